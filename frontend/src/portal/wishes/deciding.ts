import { ref } from 'vue'

/** How the last wish was verified: kept from one to the next while the page stands. */
export const lastManner = ref('visit')

const SECOND_PRESS_MS = 700
let last = 0
/** The next wish comes under the same button: a second press of the same hand decides nothing about it. */
export const tooSoon = () => Date.now() - last < SECOND_PRESS_MS
export const decided = () => {
  last = Date.now()
}
