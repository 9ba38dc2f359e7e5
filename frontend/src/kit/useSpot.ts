import { nextTick, onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { spotFor, type Spot } from './corner'

const LOOKED_AT_MS = 200

/**
 * Where a message stands so that it covers nothing: `box` is what is placed, `content` the message in it, `shown` tells
 * whether there is one (a new value is a new message). Whenever the page moves under it, it is placed anew before that
 * is painted: it stays where it is as long as it covers nothing there.
 */
export function useSpot(box: Readonly<Ref<HTMLElement | null>>, content: string, shown: () => unknown): Ref<Record<string, string>> {
  const place = ref<Record<string, string>>({})
  let now: Spot | null = null
  let frame = 0
  let clock = 0

  function settle(): void {
    frame = 0
    const here = box.value
    const message = here?.querySelector<HTMLElement>(content)
    if (!here || !message) return
    const before = here.style.width
    const spot = spotFor(here, (width) => {
      here.style.width = `${width}px`
      return message.offsetHeight
    }, now)
    here.style.width = before
    if (spot === now) return
    now = spot
    Object.assign(here.style, (place.value = { left: `${spot.left}px`, top: `${spot.top}px`, width: `${spot.width}px` }))
  }
  const soon = () => (frame ||= window.requestAnimationFrame(settle))
  const moved = new MutationObserver((changes) => changes.some(({ target }) => !box.value?.contains(target)) && soon())

  function leave(): void {
    moved.disconnect()
    window.removeEventListener('scroll', soon, true)
    window.removeEventListener('resize', soon)
    window.clearInterval(clock)
    window.cancelAnimationFrame(frame)
    frame = 0
  }
  watch(
    shown,
    async (what) => {
      leave()
      now = null
      if (!what) return
      await nextTick()
      if (shown() !== what) return
      settle()
      moved.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true })
      window.addEventListener('scroll', soon, true)
      window.addEventListener('resize', soon)
      // Pictures and fonts move the page as well, and tell nobody.
      clock = window.setInterval(settle, LOOKED_AT_MS)
    },
    { immediate: true },
  )
  onBeforeUnmount(leave)
  return place
}
