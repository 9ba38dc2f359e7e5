/** Where an act is begun: by which hand, on which button of which row. What follows from it is in rows.ts, which comes with the first act. */
export type Manner = 'mouse' | 'touch' | 'key'
let manner: Manner = 'mouse'
let pressed: Element | null = null

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

const ROW = 'tbody tr, li'

/** Who opened a dialog: asked as long as it is open. */
const openers = new WeakMap<Element, Element>()
export const opened = (dialog: Element, by: Element | null): unknown => by && openers.set(dialog, by)

export interface Standing {
  button: HTMLElement | null
  row: HTMLElement | null
  /** The list may be fetched anew meanwhile: what came after the row then, and what the row is called. */
  after: HTMLElement[]
  key: string
}

/** What a button, or the button of a dialog that a row opened, stands in. */
export function standing(on: Element | null): Standing {
  const dialog = on?.closest('dialog')
  const from = (dialog && openers.get(dialog)) ?? on
  const button = from?.closest<HTMLElement>('button, a, summary') ?? (from instanceof HTMLElement && from !== document.body ? from : null)
  const row = from?.closest<HTMLElement>(ROW) ?? null
  const after: HTMLElement[] = []
  for (let next = row?.nextElementSibling; next; next = next.nextElementSibling) after.push(next as HTMLElement)
  return { button, row, after, key: row?.dataset.row ?? '' }
}

export const byKey = (): boolean => manner === 'key'

/** Whether the last press was in one. */
export const pressedIn = (what: string): boolean => Boolean(pressed?.closest(what))

const actedOn = (): Element | null => (manner === 'key' ? document.activeElement : pressed) ?? document.activeElement

export interface Place {
  row: HTMLElement
  by: Manner
  from: Standing
}

/** The button of the act that is being sent now, and its row: an undo comes back there. To be asked before it is sent. */
export const standingOfAct = (): Standing => standing(actedOn())

/** The row of a table in which the act was begun. A dialog that a row opened stands in it: when it closes, the mouse is over the list again. */
export function placeOfAct(): Place | null {
  const row = actedOn()?.closest<HTMLElement>('tbody tr')
  return row ? { row, by: manner, from: standingOfAct() } : null
}

/** What the hand is on, a dialog, a form, a row, else a button: pressed twice it is one press, another is another act. */
export const pressedThing = (): Element | null => {
  const on = actedOn()
  return on?.closest('dialog') ?? on?.closest('tr, li, form') ?? on?.closest('button, a') ?? null
}

/** From the first press on, what an act in a row needs is on its way. */
export const rows = () => import('./rows')
