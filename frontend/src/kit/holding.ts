/**
 * A row that was acted upon keeps its place: what is shown is not fetched anew while the pointer is still in its list,
 * and by keyboard or touch until the undo has gone. Else the list closes up, and a second press meets another row.
 */
type Manner = 'mouse' | 'touch' | 'key'
let manner: Manner = 'mouse'
let pressed: Element | null = null
const held = new Set<symbol>()
let free: (() => void)[] = []

document.addEventListener(
  'pointerdown',
  (event) => {
    manner = event.pointerType === 'mouse' ? 'mouse' : 'touch'
    pressed = event.target as Element
  },
  true,
)
document.addEventListener(
  'keydown',
  () => {
    manner = 'key'
    pressed = null
  },
  true,
)

/** Where the act was begun that is being sent now: to be asked before it is sent. */
export function placeOfAct(): { row: HTMLElement; by: Manner } | null {
  const from = (manner === 'key' ? document.activeElement : pressed) ?? document.activeElement
  const row = from?.closest<HTMLElement>('tbody tr')
  if (!row) return null
  // A dialog that a row opened stands in the row: when it closes, the mouse is over the list again.
  return { row, by: manner }
}

/** What the hand is on, a dialog, a form, a row, else a button: pressed twice it is one press, another is another act. */
export const pressedThing = (): Element | null => {
  const on = (manner === 'key' ? document.activeElement : pressed) ?? document.activeElement
  return on?.closest('dialog') ?? on?.closest('tr, li, form') ?? on?.closest('button, a') ?? null
}

function letGo(mark: symbol): void {
  held.delete(mark)
  if (held.size) return
  const waiting = free
  free = []
  for (const go of waiting) go()
}

/** Marks the row as done and holds all lists still; resolves when nothing holds them any more. `undone` resolves when the undo has gone. */
export function hold({ row, by }: { row: HTMLElement; by: Manner }, done: string, undone: Promise<unknown>): Promise<void> {
  const mark = Symbol('held')
  held.add(mark)
  row.setAttribute('data-done', '')
  row.querySelector('td.actions')?.setAttribute('data-done', done)
  const list = row.parentElement ?? row
  const inDialog = Boolean(pressed?.closest('dialog'))
  const resolved = new Promise<void>((resolve) => free.push(resolve))
  const end = () => {
    list.removeEventListener('pointerleave', left)
    row.removeAttribute('data-done')
    row.querySelector('td.actions')?.removeAttribute('data-done')
    letGo(mark)
  }
  const left = (event: Event) => {
    // Under an open dialog it is still the list that the mouse comes back to.
    if ((event as PointerEvent).pointerType === 'mouse' && !list.querySelector('dialog[open]')) end()
  }
  if (by === 'mouse') {
    list.addEventListener('pointerleave', left)
    // From a dialog the mouse may come back beside the list, and then it never leaves it.
    void undone.then(() => !list.matches(':hover') && inDialog && end())
  }
  else {
    if (by === 'key') onward(row)
    void undone.then(end)
  }
  // A page that is left takes its rows with it.
  const gone = window.setInterval(() => {
    if (row.isConnected && held.has(mark)) return
    window.clearInterval(gone)
    if (held.has(mark)) end()
  }, 250)
  return resolved
}

/** The keyboard goes on with the next row that still has something to do. */
function onward(row: HTMLElement): void {
  for (let next = row.nextElementSibling; next; next = next.nextElementSibling) {
    const button = next.matches('[data-done]') ? null : next.querySelector<HTMLElement>('td.actions button, td.actions a')
    if (button) return button.focus()
  }
  document.querySelector<HTMLElement>('h1')?.focus()
}
