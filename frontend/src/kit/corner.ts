/** Where a message covers nothing that can be pressed, filled in or must be read: a corner first, else along an edge. */
const PRESSABLE = 'h1, a[href], button, input, select, textarea, summary, [tabindex="0"], .field-error, .error-summary, [role="alert"]'
const EDGE = 12
const STEP = 16

export type Spot = { left: number; top: number; width: number }

function boxes(own: Element): DOMRect[] {
  const found: DOMRect[] = []
  for (const each of Array.from(document.querySelectorAll(PRESSABLE))) {
    if (own.contains(each)) continue
    const box = each.getBoundingClientRect()
    if (box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < window.innerHeight) found.push(box)
  }
  return found
}

const covers = (spot: Spot, height: number, others: DOMRect[]): number =>
  others.filter((box) => box.left < spot.left + spot.width + 4 && box.right > spot.left - 4 && box.top < spot.top + height + 4 && box.bottom > spot.top - 4).length

/** `measure(width)` says how high the message is at that width. */
export function spotFor(own: Element, measure: (width: number) => number): Spot {
  const others = boxes(own)
  const wide = Math.min(416, window.innerWidth - 2 * EDGE)
  const narrow = Math.min(192, wide)
  let best: { spot: Spot; covered: number } | null = null
  for (const width of wide === narrow ? [wide] : [wide, narrow]) {
    const height = measure(width)
    const right = window.innerWidth - width - EDGE
    const lowest = window.innerHeight - height - EDGE
    const corners: [number, number][] = [[right, lowest], [EDGE, lowest], [right, EDGE], [EDGE, EDGE]]
    const edges: [number, number][] = []
    for (let top = lowest - STEP; top > EDGE; top -= STEP) edges.push([right, top], [EDGE, top])
    for (const [left, top] of [...corners, ...edges]) {
      const spot = { left, top, width }
      const covered = covers(spot, height, others)
      if (!covered) return spot
      if (!best || covered < best.covered) best = { spot, covered }
    }
  }
  return best!.spot
}
