/**
 * Where the keyboard goes on when what it stood on goes with its act: to the same button of the next row, to the page's
 * heading when there is none, and back to the row's button when the act was undone.
 */
const ROW = 'tbody tr, li'
const REACHED = 'button, a[href]'

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

/** The button without what only a screen reader hears (the wish's number): what it is called in every row. */
function called(button: Element): string {
  return Array.from(button.childNodes, (each) => (each instanceof Element && each.matches('.unseen') ? '' : each.textContent)).join('').trim()
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

const usable = (button: HTMLElement): boolean => button.isConnected && !button.closest('dialog') && !button.matches(':disabled') && !button.closest('td.actions[data-done]')

/** Whether the focus has come there: what is not shown takes none. */
function taken(button: HTMLElement | null | undefined, quietly: boolean): boolean {
  if (!button || !usable(button)) return false
  button.focus({ preventScroll: quietly })
  return document.activeElement === button
}

function inRow(row: Element, name: string): HTMLElement | undefined {
  const all = Array.from(row.querySelectorAll<HTMLElement>(REACHED)).filter(usable)
  return all.find((each) => called(each) === name) ?? all.find((each) => each.closest('td.actions'))
}

export const toHeading = (quietly = false): void => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: quietly })

/** To the next row that still has something to do. */
export function onward({ button, after }: Standing): void {
  const name = button ? called(button) : ''
  for (const row of after) if (row.isConnected && !row.matches('[data-done]') && taken(inRow(row, name), false)) return
  toHeading()
}

/** A dialog has closed: back to what opened it; where that has gone, the keyboard goes on and the hand finds the heading. */
export function afterDialog(from: Standing, byKey: boolean): void {
  if (taken(from.button, !byKey)) return
  if (byKey && from.row) onward(from)
  else toHeading(!byKey)
}

/** A message has gone with the focus in it. */
export function afterMessage(came: Element | null): void {
  if (!taken(came as HTMLElement | null, true)) toHeading(true)
}

const WAITED_MS = 2_000

/** An act was undone: back to its button as soon as the row has it again, unless the focus has gone elsewhere meanwhile. */
export function backTo({ button, row, key }: Standing, byKey: boolean): void {
  const until = performance.now() + WAITED_MS
  const name = button ? called(button) : ''
  const look = () => {
    if (document.activeElement && document.activeElement !== document.body) return
    const again = row?.isConnected ? row : key ? document.querySelector(`[data-row="${CSS.escape(key)}"]`) : null
    if (taken(button, !byKey) || taken(again && inRow(again, name), !byKey)) return
    if (performance.now() < until && (again || key)) window.requestAnimationFrame(look)
    else toHeading(!byKey)
  }
  look()
}
