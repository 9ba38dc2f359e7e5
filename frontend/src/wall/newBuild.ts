import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'

/** How often a wall asks whether it was built anew: it runs for weeks, and nobody loads it again. */
const ASK_MS = 60_000

/** The application's first script, as a page names it: each build gives it another name. */
export const builtAs = (page: string): string => /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1] ?? ''

const read = async (address: string, method = 'GET') => {
  const answer = await fetch(address, { method, cache: 'no-store', headers: { Accept: 'text/html,*/*' } })
  return answer.ok ? answer : null
}

/** Whether the server has another build than this one, whole: its page is no page of an error, and its script is there. */
export async function isBuiltAnew(running: string): Promise<boolean> {
  try {
    const page = await read('/wall')
    const name = page ? builtAs(await page.text()) : ''
    return Boolean(running && name && name !== running && (await read(name, 'HEAD')))
  } catch {
    return false
  }
}

/** Loads the wall anew when the product was: never while somebody has stopped it to read a page. */
export function useNewBuild(paused: Ref<boolean>, leave: () => void = () => location.reload()): void {
  const running = document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? ''
  let clock = 0
  let asking = false

  async function look(): Promise<void> {
    if (asking || paused.value) return
    asking = true
    const anew = await isBuiltAnew(running)
    asking = false
    // While it was asked for, somebody may have stopped the wall.
    if (anew && !paused.value) leave()
  }
  watch(paused, (now) => {
    if (!now) void look()
  })
  onMounted(() => (clock = window.setInterval(() => void look(), ASK_MS)))
  onBeforeUnmount(() => window.clearInterval(clock))
}
