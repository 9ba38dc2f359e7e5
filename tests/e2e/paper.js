/* What no paper has: a chart over a text, a label too small or cut, a table that is none, a button. Returns what it found. */
() => {
  const found = []
  const seen = (element) => element.offsetParent !== null && getComputedStyle(element).visibility !== 'hidden'
  const box = (element) => element.getBoundingClientRect()
  const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1
  if (document.documentElement.scrollWidth > innerWidth + 1) found.push(`is ${document.documentElement.scrollWidth} px wide`)
  const chart = document.querySelector('.trend-chart svg')
  for (const part of chart ? document.querySelectorAll('h2, .stuck, .places, .categories, .headline, .no-deeper') : []) {
    if (seen(part) && !apart(box(chart), box(part))) found.push(`the chart lies over ${part.tagName}.${part.className}`)
  }
  for (const text of chart ? chart.querySelectorAll('text') : []) {
    if (box(text).height && box(text).height < 8) found.push(`small: ${text.textContent}`)
    if (box(text).right > box(chart).right + 1) found.push(`cut: ${text.textContent}`)
  }
  for (const table of document.querySelectorAll('table.data')) {
    if (!seen(table)) continue
    if (getComputedStyle(table).display !== 'table') found.push('a table is no table')
    const head = table.querySelector('thead')
    if (head && getComputedStyle(head).display !== 'table-header-group') found.push('its head is not repeated')
  }
  for (const button of document.querySelectorAll('main .btn, .pager, .tabs, .filters, select')) if (seen(button)) found.push(`on paper: ${button.className}`)
  return found
}
