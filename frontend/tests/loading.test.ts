import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import { createApp, defineComponent, h, nextTick, ref, watch } from 'vue'
import { dialog } from '@/later'
import { guardPages, isLoadFailure, missing } from '@/loading'
import { until } from './until'

type Failing = (error: unknown, to: { fullPath: string }) => void
const gone = () => new TypeError('Failed to fetch dynamically imported module: http://here.test/assets/Page-abc.js')

/** A router whose page does not come until `fixed`. */
function router() {
  let fail: Failing = () => undefined
  let after: (to: unknown, from: unknown, failure?: unknown) => void = () => undefined
  const pushed: string[] = []
  const state = { fixed: false }
  const made = {
    onError: (handler: Failing) => (fail = handler),
    afterEach: (handler: typeof after) => (after = handler),
    push: (path: string) => {
      pushed.push(path)
      if (state.fixed) after({ fullPath: path }, {})
      else fail(gone(), { fullPath: path })
      return Promise.resolve()
    },
  }
  return { made: made as unknown as Router, pushed, state, open: (path: string) => fail(gone(), { fullPath: path }), went: () => after({}, {}) }
}
let there = true
const passing = (ms = 1) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  there = true
  missing.value = null
  sessionStorage.clear()
  document.body.innerHTML = '<form><input id="field"></form>'
  vi.stubGlobal('fetch', () => (there ? Promise.resolve(new Response('{}')) : Promise.reject(new TypeError('Failed to fetch'))))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function type(text: string): void {
  const field = document.querySelector<HTMLInputElement>('#field')!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('a page whose file does not come', () => {
  it('is told from other faults', () => {
    expect([gone(), new Error('Importing a module script failed.'), new Error('Unable to preload CSS for /assets/x.css')].every(isLoadFailure)).toBe(true)
    expect([new TypeError('x is undefined'), 'text', null].some(isLoadFailure)).toBe(false)
  })

  it('is said while the line is down, and opened by itself when it is back', async () => {
    const { made, pushed, state, open } = router()
    guardPages(made, () => expect.unreachable())
    there = false
    open('/mine')
    await passing(20_000)
    expect([missing.value?.said, pushed]).toEqual(['away', []])
    there = state.fixed = true
    window.dispatchEvent(new Event('online'))
    await passing()
    expect([missing.value, pushed]).toEqual([null, ['/mine']])
  })

  it('is not opened by itself over what somebody has typed since', async () => {
    const { made, pushed, state, open } = router()
    guardPages(made, () => expect.unreachable())
    there = false
    open('/mine')
    await passing(3_000)
    type('电饭锅')
    there = state.fixed = true
    await passing(60_000)
    expect([missing.value?.said, pushed]).toEqual(['ready', []])
    missing.value!.press()
    await passing()
    expect(pushed).toEqual(['/mine'])
  })

  it('is loaded anew once when a new build has replaced it, and never in a circle', async () => {
    const loaded: string[] = []
    for (let visit = 0; visit < 5; visit += 1) {
      const { made, open } = router()
      guardPages(made, (path) => loaded.push(path))
      open('/portal/assess')
      await passing(120_000)
    }
    expect(loaded).toEqual(['/portal/assess'])
    expect(missing.value?.said).toBe('failed')
    missing.value!.press()
    expect(loaded).toHaveLength(2)
  })

  it('leaves a form that is being typed where it is', async () => {
    const { made, open } = router()
    guardPages(made, () => expect.unreachable())
    type('电饭锅')
    open('/portal/assess')
    await passing(120_000)
    expect(missing.value?.said).toBe('ready')
  })

  it('is forgotten when somebody goes elsewhere meanwhile', async () => {
    const { made, pushed, open, went } = router()
    guardPages(made, () => expect.unreachable())
    there = false
    open('/mine')
    await passing(3_000)
    went()
    there = true
    await passing(120_000)
    expect([missing.value, pushed]).toEqual([null, []])
  })
})

describe('a dialog that is fetched when it is opened', () => {
  it('is not fetched before, opens, and stays to give the focus back', async () => {
    vi.useRealTimers()
    const load = vi.fn(() => Promise.resolve({ __esModule: true, default: defineComponent({ props: { open: Boolean, title: String }, setup: (props) => () => h('p', props.open ? props.title : '') }) }))
    const Lazy = dialog(load)
    const open = ref(false)
    const host = document.createElement('div')
    const app = createApp({ render: () => h(Lazy, { open: open.value, title: 'edit' }) })
    app.mount(host)
    expect(load).not.toHaveBeenCalled()
    open.value = true
    await until(() => expect(host.textContent).toBe('edit'))
    open.value = false
    await nextTick()
    expect(host.querySelector('p')).not.toBeNull()
    expect(load).toHaveBeenCalledTimes(1)
    app.unmount()
  })

  it('sees itself opened also the first time, so that its fields are filled', async () => {
    vi.useRealTimers()
    const Filled = defineComponent({
      props: { open: Boolean },
      setup(props) {
        const reason = ref('')
        watch(() => props.open, (now) => now && (reason.value = 'usual'))
        return () => h('p', props.open ? reason.value : '')
      },
    })
    const Lazy = dialog(() => Promise.resolve({ __esModule: true, default: Filled }))
    const open = ref(false)
    const host = document.createElement('div')
    const app = createApp({ render: () => h(Lazy, { open: open.value }) })
    app.mount(host)
    for (const now of [true, false, true]) {
      open.value = now
      await until(() => expect(host.textContent).toBe(now ? 'usual' : ''))
    }
    app.unmount()
  })
})
