import { nextTick, onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { spotFor } from './corner'

/**
 * Where a message stands so that it covers nothing: `box` is what is placed, `content` the message in it, `shown` tells
 * whether there is one (a new value is a new message). The page moves under it: it is looked at again as long as it is there.
 */
export function useSpot(box: Readonly<Ref<HTMLElement | null>>, content: string, shown: () => unknown): Ref<Record<string, string>> {
  const place = ref<Record<string, string>>({})
  let clock = 0

  function settle(): void {
    const here = box.value
    const message = here?.querySelector<HTMLElement>(content)
    if (!here || !message || here.contains(document.activeElement)) return
    const before = here.style.width
    const spot = spotFor(here, (width) => {
      here.style.width = `${width}px`
      return message.offsetHeight
    })
    here.style.width = before
    place.value = { left: `${spot.left}px`, top: `${spot.top}px`, width: `${spot.width}px` }
  }
  watch(
    shown,
    async (now) => {
      window.clearInterval(clock)
      if (!now) return
      await nextTick()
      settle()
      clock = window.setInterval(() => !box.value?.matches(':hover') && settle(), 200)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => window.clearInterval(clock))
  return place
}
