import { ref } from 'vue'

const stored = 'wishbridge.big'
export const bigFont = ref(localStorage.getItem(stored) === 'yes')

/** One root font size scales everything, since all measures are in rem. */
export function applyFontSize(): void {
  document.documentElement.classList.toggle('big', bigFont.value)
}

export function toggleFontSize(): void {
  bigFont.value = !bigFont.value
  localStorage.setItem(stored, bigFont.value ? 'yes' : 'no')
  applyFontSize()
}
