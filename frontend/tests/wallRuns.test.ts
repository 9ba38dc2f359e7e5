import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, nextTick, type App } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLanguage } from '@/language'
import { builtAs, isBuiltAnew } from '@/wall/newBuild'
import Wall from '@/wall/Wall.vue'

/** A wall runs for weeks: what it does by itself is tried with a clock of our own. */
const cards = Array.from({ length: 9 }, (_, index) => ({ id: `w${index}`, number: `HH26-00${index}`, serial: index + 1, item: `心愿${index}`, public_text: '', requirements: [] }))
const wall = { campaigns: [], year: 2026, open: 9, on_the_way: 0, fulfilled: 0, cards, just_claimed: [], just_fulfilled: [], at: '2026-11-28T10:00:00+08:00' }
vi.mock('@/api/board', () => ({ getWall: () => Promise.resolve(wall), qrOf: (id: string) => `/qr/${id}` }))
vi.mock('@/site', () => ({ useSite: () => ({ value: { name: '海鸿社区', contact: null } }) }))

const page = (script: string) => `<!doctype html><head><script type="module" crossorigin src="${script}"></script></head>`
const served = { status: 200, script: '/assets/index-one.js', has: true }
const reload = vi.fn()
let app: App

beforeEach(async () => {
  Object.assign(served, { status: 200, script: '/assets/index-one.js', has: true })
  reload.mockReset()
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(address === '/wall' ? new Response(page(served.script), { status: served.status }) : new Response('', { status: served.has ? 200 : 404 })))
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  Object.defineProperty(window, 'location', { configurable: true, value: { ...window.location, reload } })
  // The page names its script; nothing is to be loaded here.
  ;(window as unknown as { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } } }).happyDOM.settings.handleDisabledFileLoadingAsSuccess = true
  document.head.innerHTML = '<script type="module" src="/assets/index-one.js"></script>'
  document.body.innerHTML = '<div id="app"></div>'
  vi.useFakeTimers()
  app = createApp(Wall)
  app.use(await createLanguage(['kit', 'wall']))
  app.use(VueQueryPlugin)
  app.mount('#app')
  await pass(100)
})
afterEach(() => {
  app.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms)
  await nextTick()
}
const first = () => document.querySelector('.wall-card h2')?.textContent
const button = () => document.querySelector<HTMLButtonElement>('.wall-foot button')!

describe('a wall that runs by itself', () => {
  it('turns its pages', async () => {
    expect(first()).toBe('心愿0')
    await pass(12_000)
    expect(first()).toBe('心愿5')
    await pass(12_000)
    expect(first()).toBe('心愿0')
  })

  it('ends a pause by itself after two minutes', async () => {
    button().click()
    await nextTick()
    expect(button().getAttribute('aria-pressed')).toBe('true')
    await pass(119_000)
    expect(first()).toBe('心愿0')
    await pass(2_000)
    expect(button().getAttribute('aria-pressed')).toBe('false')
    await pass(12_000)
    expect(first()).toBe('心愿5')
  })

  it('goes on at once when the pause is ended by hand, and no clock of before ends the next one', async () => {
    button().click()
    await pass(100_000)
    button().click()
    await pass(1_000)
    button().click()
    await pass(60_000)
    expect(button().getAttribute('aria-pressed')).toBe('true')
    await pass(61_000)
    expect(button().getAttribute('aria-pressed')).toBe('false')
  })
})

describe('a wall that runs through a deploy', () => {
  it('is loaded anew when the build is another', async () => {
    await pass(130_000)
    expect(reload).not.toHaveBeenCalled()
    served.script = '/assets/index-two.js'
    await pass(61_000)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is not loaded anew while somebody has stopped it, but afterwards', async () => {
    await pass(55_000)
    button().click()
    served.script = '/assets/index-two.js'
    await pass(115_000)
    expect(reload).not.toHaveBeenCalled()
    await pass(10_000)
    expect(reload).toHaveBeenCalled()
  })

  it.each([
    ['an error page', { status: 503, script: '/assets/index-two.js', has: true }],
    ['a page that is none of ours', { status: 200, script: '', has: true }],
    ['a build that is not whole', { status: 200, script: '/assets/index-two.js', has: false }],
  ])('is not loaded anew into %s', async (_, answer) => {
    Object.assign(served, answer)
    await pass(200_000)
    expect(reload).not.toHaveBeenCalled()
  })

  it('stays where the server does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await isBuiltAnew('/assets/index-one.js')).toBe(false)
  })

  it('reads the name of the build from its page', () => {
    expect(builtAs(page('/assets/index-x.js'))).toBe('/assets/index-x.js')
    expect(builtAs('<h1>503</h1>')).toBe('')
  })
})
