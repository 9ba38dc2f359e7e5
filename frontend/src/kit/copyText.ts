/** Puts a text on the clipboard, also where the browser gives the modern way to secure pages only; true when it did. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    box.className = 'unseen'
    const dialog = document.querySelector('dialog[open]')
    ;(dialog ?? document.body).appendChild(box)
    const before = document.activeElement as HTMLElement | null
    box.select()
    const done = document.execCommand('copy')
    box.remove()
    before?.focus()
    return done
  }
}
