import { createApp, defineComponent, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { useFilters } from '@/kit/useFilters'

let filters: ReturnType<typeof useFilters<'state' | 'q'>>
let router: Router

beforeEach(async () => {
  const page = defineComponent({
    setup() {
      filters = useFilters(['state', 'q'])
      return () => h('p')
    },
  })
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: page }] })
  await router.push('/?state=open&page=3&show=x')
  const app = createApp({ render: () => h(page) })
  app.use(router)
  await router.isReady()
  app.mount(document.createElement('div'))
})

describe('the filters of a list', () => {
  it('are read from the address', () => {
    expect(filters.values.value).toEqual({ state: 'open', q: '' })
    expect(filters.query.value).toEqual({ state: 'open', page: 3 })
    expect(filters.any.value).toBe(true)
  })

  it('begin again at the first page when one is changed, and leave the rest of the address alone', async () => {
    filters.set({ q: 'heater' })
    await new Promise((resolve) => setTimeout(resolve))
    await nextTick()
    expect(router.currentRoute.value.query).toEqual({ state: 'open', q: 'heater', show: 'x' })
  })

  it('are gone from the address when they are cleared', async () => {
    filters.clear()
    await new Promise((resolve) => setTimeout(resolve))
    expect(router.currentRoute.value.query).toEqual({ show: 'x' })
    expect(filters.any.value).toBe(false)
  })
})
