import './corner'
import type { Place, Standing } from './holding'
import { pressedIn } from './holding'

/**
 * A row that was acted upon keeps its place: what is shown is not fetched anew while the pointer is still in its list,
 * and by keyboard or touch until the undo has gone. Else the list closes up, and a second press meets another row.
 * The keyboard goes on to the same button of the next row, to the page's heading when there is none, and back to the
 * row's button when the act was undone.
 */
const REACHED = 'button, a[href]'

/** The button without what only a screen reader hears (the wish's number): what it is called in every row. */
function called(button: Element): string {
  return Array.from(button.childNodes, (each) => (each instanceof Element && each.matches('.unseen') ? '' : each.textContent)).join('').trim()
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

const held = new Set<symbol>()
let free: (() => void)[] = []

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
  const inDialog = pressedIn('dialog')
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
    if (mouse(event) && (wasOnMessage || inDialog) && !openDialog() && !onMessage(event.target) && !list.contains(event.target as Node)) end()
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
