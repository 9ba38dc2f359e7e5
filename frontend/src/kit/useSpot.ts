import { nextTick, onBeforeUnmount, watch, type Ref } from 'vue'

/** What places messages comes with an act in a list, else with the first message. Without it they stand in the lower corner. */
const corner = () => import('./corner').catch(() => null)
/** How long a message waits unseen for its place, where that has to be fetched on a slow line. */
const UNSEEN_MS = 600

/**
 * A message stands where it covers nothing as long as it is there: `box` is what is placed, `content` the message in it,
 * `shown` tells whether there is one (a new value is a new message).
 */
export function useSpot(box: Readonly<Ref<HTMLElement | null>>, content: string, shown: () => unknown): void {
  let stop: (() => void) | undefined
  const leave = () => (stop = stop?.() as undefined)
  watch(
    shown,
    async (what) => {
      leave()
      if (!what) return
      await nextTick()
      // Until its place is known it would lie over whatever stands in the corner.
      const here = box.value
      if (!here) return
      here.style.visibility = 'hidden'
      const seen = () => (here.style.visibility = '')
      window.setTimeout(seen, UNSEEN_MS)
      const placing = await corner()
      if (shown() !== what) return
      leave()
      stop = placing?.follow(here, content)
      seen()
    },
    { immediate: true },
  )
  onBeforeUnmount(leave)
}
