import { standing, type Standing } from './holding'

/**
 * Where a message covers nothing that can be pressed, filled in or must be read, nor the row or card that was just acted
 * upon: a corner first, else along an edge, else wherever there is room. Texts and lines of a list are covered only where
 * the window has nothing but lists, and links only before buttons.
 */
const KEPT = 'h1, button, .btn, input, label, select, textarea, summary, [tabindex="0"], .field-error, .error-summary, [role="alert"], [data-done], .wish-card.mine, .wish-page-own'
const LINKS = 'a[href]'
const TEXTS = 'main p, main h2, main h3, main dd, main td'
const LINES = '.sheet, tbody tr, fieldset, form'
const WEIGHTS: [string, number][] = [[KEPT, 1000], [LINKS, 20], [TEXTS, 3], [LINES, 1]]
const EDGE = 12
const STEP = 16
const AROUND = 4
/** A message that comes up under the pointer would take the next press. */
const HAND = 24

export type Spot = { left: number; top: number; width: number }
type Box = { left: number; right: number; top: number; bottom: number }
type Weighed = { box: Box; weight: number }

let hand: Box | null = null
document.addEventListener(
  'pointermove',
  ({ pointerType, clientX: x, clientY: y }) => (hand = pointerType === 'mouse' ? { left: x - HAND, right: x + HAND, top: y - HAND, bottom: y + HAND } : null),
  { capture: true, passive: true },
)

function inSight(own: Element): Weighed[] {
  const found: Weighed[] = []
  for (const [what, weight] of WEIGHTS) {
    for (const each of Array.from(document.querySelectorAll(what))) {
      if (own.contains(each)) continue
      const box = each.getBoundingClientRect()
      if (box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < window.innerHeight) found.push({ box, weight })
    }
  }
  return found
}

function cost({ left, top, width }: Spot, height: number, others: Weighed[]): number {
  let sum = 0
  for (const { box, weight } of others) {
    if (box.left < left + width + AROUND && box.right > left - AROUND && box.top < top + height + AROUND && box.bottom > top - AROUND) sum += weight
  }
  return sum
}

function* spots(width: number, height: number): Generator<Spot> {
  const right = window.innerWidth - width - EDGE
  const lowest = window.innerHeight - height - EDGE
  for (const [left, top] of [[right, lowest], [EDGE, lowest], [right, EDGE], [EDGE, EDGE]]) yield { left: left!, top: top!, width }
  for (let top = lowest - STEP; top > EDGE; top -= STEP) for (const left of [right, EDGE]) yield { left, top, width }
}

function* everywhere(width: number, height: number): Generator<Spot> {
  for (let top = window.innerHeight - height - EDGE; top > 0; top -= STEP) {
    for (let left = window.innerWidth - width - EDGE; left > 0; left -= STEP * 2) yield { left, top, width }
  }
}

/** `measure(width)` says how high the message is at that width; it stays at `now` unless it is better anywhere else. */
export function spotFor(own: Element, measure: (width: number) => number, now: Spot | null = null): Spot {
  const others = inSight(own)
  const within = now && now.left >= 0 && now.left + now.width <= window.innerWidth && now.top >= 0 && now.top + measure(now.width) <= window.innerHeight
  let best = now && within ? { spot: now, sum: cost(now, measure(now.width), others) } : null
  if (best?.sum === 0) return best.spot
  if (hand) others.push({ box: hand, weight: 1000 })
  const widest = Math.min(416, window.innerWidth - 2 * EDGE)
  const widths = [...new Set([widest, Math.min(304, widest), Math.min(192, widest)])].map((width) => ({ width, height: measure(width) }))
  for (const among of [spots, everywhere]) {
    for (const { width, height } of widths) {
      for (const spot of among(width, height)) {
        const sum = cost(spot, height, others)
        if (!sum) return spot
        if (!best || sum < best.sum) best = { spot, sum }
      }
    }
  }
  return best!.spot
}

const LOOKED_AT_MS = 200

/** A message that goes while the focus is in it gives it back to where it came from; what is undone finds its own way. */
function givesBack(here: HTMLElement): () => void {
  let from: Standing = standing(null)
  let undone = false
  const entered = ({ relatedTarget: before }: FocusEvent) => {
    if (!here.contains(before as Node | null)) from = standing(before as Element | null)
  }
  const pressed = ({ target }: Event) => (undone = target instanceof Element && target.closest('.toast-undo') !== null)
  here.addEventListener('focusin', entered)
  // Before the button itself hears it: then the message is gone already.
  here.addEventListener('click', pressed, true)
  return () => {
    here.removeEventListener('focusin', entered)
    here.removeEventListener('click', pressed, true)
    if (!undone && here.contains(document.activeElement)) void import('./rows').then(({ afterDialog }) => afterDialog(from, true))
  }
}

/**
 * Places `here` so that the message in it covers nothing, and anew whenever the page moves under it, before that is
 * painted; until the answer is called.
 */
export function follow(here: HTMLElement, content: string): () => void {
  let now: Spot | null = null
  let frame = 0
  function settle(): void {
    frame = 0
    const message = here.querySelector<HTMLElement>(content)
    if (!message) return
    const before = here.style.width
    const spot = spotFor(here, (width) => {
      here.style.width = `${width}px`
      return message.offsetHeight
    }, now)
    here.style.width = before
    if (spot === now) return
    now = spot
    Object.assign(here.style, { left: `${spot.left}px`, top: `${spot.top}px`, bottom: 'auto', width: `${spot.width}px` })
  }
  const soon = () => (frame ||= window.requestAnimationFrame(settle))
  // At once, before anybody can look or press: the next frame would be one too late.
  const moved = new MutationObserver((changes) => changes.some(({ target }) => !here.contains(target)) && settle())
  settle()
  moved.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
  window.addEventListener('scroll', soon, true)
  window.addEventListener('resize', soon)
  // Pictures and fonts move the page as well, and tell nobody.
  const clock = window.setInterval(settle, LOOKED_AT_MS)
  const gone = givesBack(here)
  return () => {
    gone()
    moved.disconnect()
    window.removeEventListener('scroll', soon, true)
    window.removeEventListener('resize', soon)
    window.clearInterval(clock)
    window.cancelAnimationFrame(frame)
  }
}
