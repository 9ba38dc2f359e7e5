/* What no page does at any width: scroll sideways, or set a text in a column of single characters. Returns what it found. */
() => {
  const found = []
  const seen = (element) => element.offsetParent !== null && !element.closest('.unseen, dialog:not([open])')
  if (document.documentElement.scrollWidth > window.innerWidth) {
    const wide = Array.from(document.querySelectorAll('body *')).filter((element) => seen(element) && element.getBoundingClientRect().right > window.innerWidth + 1)
    const inner = wide.filter((element) => !Array.from(element.children).some((child) => wide.includes(child)))
    const names = inner.slice(0, 3).map((element) => `${element.tagName}.${element.className} ${(element.textContent || '').trim().slice(0, 20)}`)
    found.push(`is ${document.documentElement.scrollWidth} px wide: ${names.join(' | ')}`)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim()
    const element = node.parentElement
    if (text.length < 3 || !element || !seen(element) || element.closest('script, style, option, svg')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = Array.from(range.getClientRects()).filter((box) => box.width > 1 && box.height > 1)
    const lines = new Set(boxes.map((box) => Math.round(box.top))).size
    const character = parseFloat(getComputedStyle(element).fontSize)
    if (lines >= 3 && Math.max(...boxes.map((box) => box.width)) < 2 * character) found.push(`sets “${text.slice(0, 24)}” in a column (${element.tagName}.${element.className})`)
  }
  return found
}
