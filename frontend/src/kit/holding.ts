import { onward, standing, type Standing } from './focusing'

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

export const byKey = (): boolean => manner === 'key'

const actedOn = (): Element | null => (manner === 'key' ? document.activeElement : pressed) ?? document.activeElement

export interface Place {
  row: HTMLElement
  by: Manner
  from: Standing
}

/** Where the act was begun that is being sent now: to be asked before it is sent. */
export function placeOfAct(): Place | null {
  const on = actedOn()
  const row = on?.closest<HTMLElement>('tbody tr')
  if (!row) return null
  // A dialog that a row opened stands in the row: when it closes, the mouse is over the list again.
  return { row, by: manner, from: standing(on) }
}

/** The button of the act that is being sent now, and its row: an undo comes back there. */
export const standingOfAct = (): Standing => standing(actedOn())

/** What the hand is on, a dialog, a form, a row, else a button: pressed twice it is one press, another is another act. */
export const pressedThing = (): Element | null => {
  const on = actedOn()
  return on?.closest('dialog') ?? on?.closest('tr, li, form') ?? on?.closest('button, a') ?? null
}

function letGo(mark: symbol): void {
  held.delete(mark)
  if (held.size) return
  const waiting = free
  free = []
  for (const go of waiting) go()
}

const onMessage = (at: EventTarget | null): boolean => at instanceof Element && at.closest('.toasts') !== null

/** Marks the row as done and holds all lists still; resolves when nothing holds them any more. `undone` resolves when the undo has gone. */
export function hold({ row, by, from }: Place, done: string, undone: Promise<unknown>): Promise<void> {
  const mark = Symbol('held')
  held.add(mark)
  row.setAttribute('data-done', '')
  row.querySelector('td.actions')?.setAttribute('data-done', done)
  const list = row.parentElement ?? row
  const openDialog = () => list.querySelector('dialog[open]') !== null
  const inDialog = Boolean(pressed?.closest('dialog'))
  const resolved = new Promise<void>((resolve) => free.push(resolve))
  const end = () => {
    list.removeEventListener('pointerleave', left)
    document.removeEventListener('pointerover', over)
    row.removeAttribute('data-done')
    row.querySelector('td.actions')?.removeAttribute('data-done')
    letGo(mark)
  }
  let wasOnMessage = false
  const mouse = (event: Event): event is PointerEvent => (event as PointerEvent).pointerType === 'mouse'
  const left = (event: Event) => {
    // Under an open dialog it is still the list that the mouse comes back to; a message that comes under it is none of its steps.
    if (!mouse(event) || openDialog()) return
    if (onMessage(event.relatedTarget)) wasOnMessage = true
    else end()
  }
  const over = (event: Event) => {
    if (mouse(event) && wasOnMessage && !openDialog() && !onMessage(event.target) && !list.contains(event.target as Node)) end()
  }
  if (by === 'mouse') {
    list.addEventListener('pointerleave', left)
    document.addEventListener('pointerover', over)
    // From a dialog or a message that has gone the mouse may come back beside the list, and then it never leaves it.
    void undone.then(() => window.requestAnimationFrame(() => (inDialog || wasOnMessage) && held.has(mark) && !list.matches(':hover') && end()))
  } else {
    // From a dialog the focus goes on when that closes: until then nothing behind it takes any.
    if (by === 'key' && !openDialog()) onward(from)
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
