/* What a wall never does: text too small, a card's part outside of it, a text below the code, a line cut through. Returns what it found. */
(smallest) => {
  const found = []
  const said = (element) => `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 16)}`
  const root = document.documentElement
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) found.push('is larger than the screen')
  for (const element of document.querySelectorAll('.wall *')) {
    if (element.children.length || !element.textContent.trim()) continue
    if (parseFloat(getComputedStyle(element).fontSize) < smallest - 0.1) found.push(`small: ${said(element)}`)
  }
  const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1 && one.top >= other.top - 1 && one.bottom <= other.bottom + 1
  const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1
  const box = (element) => element.getBoundingClientRect()
  for (const part of document.querySelectorAll('.wall > *')) if (!inside(box(part), { left: 0, top: 0, right: innerWidth, bottom: innerHeight })) found.push(`outside: ${said(part)}`)
  for (const card of document.querySelectorAll('.wall-card')) {
    const picture = card.querySelector('img')
    for (const part of card.querySelectorAll('h2, p, img')) if (!inside(box(part), box(card))) found.push(`cut: ${said(part)}`)
    for (const part of card.querySelectorAll('h2, .wall-no, .wall-why')) if (picture && part.textContent && !apart(box(part), box(picture))) found.push(`below the code: ${said(part)}`)
    const why = card.querySelector('.wall-why')
    const lines = why && why.textContent ? box(why).height / parseFloat(getComputedStyle(why).lineHeight) : 0
    if (Math.abs(lines - Math.round(lines)) > 0.05) found.push(`a line is cut through: ${said(why)}`)
  }
  return found
}
