import { nextTick, onBeforeUnmount, watch, type Ref } from 'vue'

/** What places messages comes with an act in a list, else with the first message. Without it they stand in the lower corner. */
const corner = () => import('./corner').catch(() => null)

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
      const placing = await corner()
      if (placing && box.value && shown() === what) {
        leave()
        stop = placing.follow(box.value, content)
      }
    },
    { immediate: true },
  )
  onBeforeUnmount(leave)
}
