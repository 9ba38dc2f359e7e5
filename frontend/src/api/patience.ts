import { ref } from 'vue'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
/** How often a request is repeated while the server says that it is away: about a minute at its usual three seconds. */
const times = 20

/** Whether asking again can do no harm: it only reads, or its key makes the server do it once. */
const harmless = (request: Request) => safe.has(request.method) || request.headers.has('Idempotency-Key')

/** Seconds after which the server wants to be asked again; nothing where it does not say so. */
function wait(response: Response): number | null {
  if (response.status !== 503) return null
  const said = Number(response.headers.get('Retry-After') ?? 'x')
  return Number.isFinite(said) && said >= 0 ? Math.min(said, 30) : null
}

/** From when on a repeated request is said to be one: a hiccup needs no words. */
const SAID_AFTER_MS = 2_000
const repeated = new Set<symbol>()
/** Something has been asked again and again for a while: a page says so as long as it lasts. */
export const repeating = ref(false)

function beginRepeating(): () => void {
  const mark = Symbol('repeated')
  const clock = setTimeout(() => {
    repeated.add(mark)
    repeating.value = true
  }, SAID_AFTER_MS)
  return () => {
    clearTimeout(clock)
    repeated.delete(mark)
    repeating.value = repeated.size > 0
  }
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))

/** Asks; while the server is away (503 with Retry-After) it waits and asks again, the same request with the same key. */
export async function patientFetch(request: Request): Promise<Response> {
  let over: (() => void) | null = null
  try {
    for (let left = times; ; left -= 1) {
      const again = harmless(request) && left > 0 ? request.clone() : null
      const response = await fetch(request)
      const seconds = wait(response)
      if (again === null || seconds === null || again.signal.aborted) return response
      over ??= beginRepeating()
      await pause(seconds)
      request = again
    }
  } finally {
    over?.()
  }
}
