/* Runs only where modules are unknown: such a browser runs nothing else of ours. */
document.documentElement.className += ' too-old'
