/** Whether the server can be reached, asked apart from what somebody wants of it. */
const FIRST_MS = 2_000
const LAST_MS = 30_000
const WITHIN_MS = 8_000

/** One look: the line is there, and behind it a server that can answer. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false
  const stop = new AbortController()
  const clock = window.setTimeout(() => stop.abort(), WITHIN_MS)
  try {
    return (await fetch('/api/site', { cache: 'no-store', credentials: 'same-origin', signal: stop.signal })).ok
  } catch {
    return false
  } finally {
    window.clearTimeout(clock)
  }
}

let nudged: () => void = () => undefined
/** Looks now and not at the next turn: somebody pressed the button. */
export const lookNow = () => nudged()

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      window.clearTimeout(clock)
      window.removeEventListener('online', go)
      done()
    }
    const clock = window.setTimeout(go, ms)
    window.addEventListener('online', go)
    nudged = go
  })
}

/** Resolves when the server answers again: at once when the line comes back, else looked at ever more rarely. `over` ends it. */
export async function untilReachable(over: () => boolean = () => false): Promise<void> {
  for (let ms = FIRST_MS; ; ms = Math.min(ms * 1.5, LAST_MS)) {
    await pause(ms)
    if (over() || (await isReachable())) return
  }
}
