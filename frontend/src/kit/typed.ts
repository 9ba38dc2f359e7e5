/**
 * What somebody has typed on this page and not sent. Nothing that comes by itself (a page that can be opened again, a new
 * build) may take it away. What stands in a search or a filter is in the address, and lost by nothing.
 */
const touched = new Set<Element>()
const NOT_KEPT = '[type="search"], [role="search"] *, .filters *, .filter-bar *'

document.addEventListener('input', (event) => {
  const field = event.target
  if (field instanceof Element && !field.matches(NOT_KEPT)) touched.add(field)
}, true)

function holds(field: Element): boolean {
  if (field instanceof HTMLInputElement && field.type === 'file') return (field.files?.length ?? 0) > 0
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.trim() !== ''
  return true
}

/** Whether a field that somebody changed is still on the page, and not empty. */
export function hasTyped(): boolean {
  for (const field of Array.from(touched)) if (!field.isConnected) touched.delete(field)
  return Array.from(touched).some(holds)
}

/** What was typed in this form or dialog has been sent. */
export function sent(form: Element | null): void {
  for (const field of Array.from(touched)) if (form?.contains(field)) touched.delete(field)
}
