import { defineAsyncComponent, shallowRef, type AsyncComponentLoader } from 'vue'
import type { Router } from 'vue-router'
import { mayLoadAnew } from './anew'
import { isReachable, lookNow, untilReachable } from './api/reach'
import { hasTyped } from './kit/typed'

/**
 * Pages and parts come in files of their own, and a file may not come: the line is down, or a new build has replaced it.
 * What was wanted is opened by itself as soon as it can be, unless that would take away what somebody has typed since.
 */
export interface Missing {
  /** away: waits for the line. ready: could be opened, but something is typed. failed: it is there and does not load. */
  said: 'away' | 'ready' | 'failed' | 'partAway' | 'partFailed'
  press: () => void
}
export const missing = shallowRef<Missing | null>(null)

const known = new WeakSet<object>()
window.addEventListener('vite:preloadError', (event) => {
  const { payload } = event as Event & { payload?: unknown }
  if (payload && typeof payload === 'object') known.add(payload)
})
const STYLES = /preload CSS/i
const WORDS = /dynamically imported module|module script failed|preload CSS/i
export const isLoadFailure = (error: unknown): error is Error => error instanceof Error && (known.has(error) || WORDS.test(error.message))

const leaveFor = (path: string) => location.assign(path)

/** Watches a face's router. `leave` loads an address anew. */
export function guardPages(router: Router, leave: (path: string) => void = leaveFor): void {
  let turn = 0
  let retried = ''

  router.afterEach((_to, _from, failure) => {
    if (failure) return
    turn += 1
    retried = ''
    missing.value = null
  })

  router.onError((error: unknown, to) => {
    if (!isLoadFailure(error)) return
    void open(to.fullPath, STYLES.test(error.message))
  })

  async function open(path: string, styles: boolean): Promise<void> {
    const mine = ++turn
    // A file that failed once may be kept as failed by the browser: the second time the whole page is loaded.
    const whole = styles || retried === path
    retried = path
    if (!(await isReachable())) {
      if (mine !== turn) return
      missing.value = { said: 'away', press: lookNow }
      await untilReachable(() => mine !== turn)
    }
    if (mine !== turn) return
    const go = () => (whole ? leave(path) : void router.push(path).catch(() => undefined))
    if (hasTyped()) missing.value = { said: 'ready', press: go }
    else if (!whole || mayLoadAnew(path)) go()
    else missing.value = { said: 'failed', press: () => leave(path) }
  }
}

/** A part of a page that is fetched when it is wanted. Where its file does not come, the page stays, and says so. */
export function part(loader: AsyncComponentLoader) {
  return defineAsyncComponent({
    loader,
    onError(error, retry, fail, attempts) {
      void (async () => {
        if (!isLoadFailure(error)) return fail()
        if (!(await isReachable())) {
          const mine: Missing = { said: 'partAway', press: lookNow }
          missing.value = mine
          await untilReachable()
          if (missing.value === mine) missing.value = null
          return retry()
        }
        if (attempts < 2) return retry()
        missing.value = { said: 'partFailed', press: () => location.reload() }
        fail()
      })()
    },
  })
}

/** Fetches what will be wanted next when the page has been painted and the line is free; what does not come is not missed. */
export function fetchAhead(loaders: (() => Promise<unknown>)[]): void {
  const begin = () => void loaders.reduce((before, load) => before.then(load).catch(() => undefined), Promise.resolve<unknown>(undefined))
  const idle = () => ('requestIdleCallback' in window ? window.requestIdleCallback(begin, { timeout: 5_000 }) : setTimeout(begin, 1_000))
  if (document.readyState === 'complete') idle()
  else window.addEventListener('load', idle, { once: true })
}
