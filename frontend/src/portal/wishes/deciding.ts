import { ref } from 'vue'

/** How the last wish was verified: kept from one to the next while the page stands. */
export const lastManner = ref('visit')

/** Counts decisions: the form that made one is gone from the queue before it could say so itself. */
export const decisions = ref(0)

/** Two presses of one hand are no further apart than this; who has looked at the next wish takes longer. */
const SECOND_PRESS_MS = 360
let pressed = -Infinity
/** True for that moment: the button of the next wish cannot be pressed yet. */
export const resting = ref(false)
let rest = 0
/** The next wish comes under the same button: the second press of a double one decides nothing about it. */
export function isSecondPress(): boolean {
  const before = pressed
  pressed = performance.now()
  resting.value = true
  window.clearTimeout(rest)
  rest = window.setTimeout(() => (resting.value = false), SECOND_PRESS_MS)
  return pressed - before < SECOND_PRESS_MS
}
