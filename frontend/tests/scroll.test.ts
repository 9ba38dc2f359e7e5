import { afterEach, describe, expect, it, vi } from 'vitest'
import { scrollBehavior } from '@/face'

const tall = (height: number) => vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(height)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('where a page begins', () => {
  it('is its top, or its anchor, or where it was when only the filter changed', () => {
    expect(scrollBehavior({ path: '/b', hash: '' }, { path: '/a' }, null)).toEqual({ left: 0, top: 0 })
    expect(scrollBehavior({ path: '/b', hash: '#x' }, { path: '/a' }, null)).toEqual({ el: '#x' })
    expect(scrollBehavior({ path: '/a', hash: '' }, { path: '/a' }, null)).toBe(false)
    expect(scrollBehavior({ path: '/a', hash: '', query: { q: 'x', page: '2' } }, { path: '/a', query: { page: '2' } }, null)).toBe(false)
  })

  it('is its top on the next page of a list too', () => {
    expect(scrollBehavior({ path: '/a', hash: '', query: { page: '2' } }, { path: '/a', query: {} }, null)).toEqual({ left: 0, top: 0 })
    expect(scrollBehavior({ path: '/a', hash: '#places', query: { page: '3' } }, { path: '/a', query: { page: '2' } }, null)).toEqual({ el: '#places' })
  })

  it('is where it was left, once its rows are there again', async () => {
    vi.useFakeTimers()
    tall(300)
    let went: unknown
    void Promise.resolve(scrollBehavior({ path: '/a', hash: '' }, { path: '/b' }, { left: 0, top: 900 })).then((to) => (went = to))
    await vi.advanceTimersByTimeAsync(500)
    expect(went).toBeUndefined()
    tall(2000)
    await vi.advanceTimersByTimeAsync(100)
    expect(went).toEqual({ left: 0, top: 900 })
  })

  it('waits three seconds at the most', async () => {
    vi.useFakeTimers()
    tall(300)
    let went: unknown
    void Promise.resolve(scrollBehavior({ path: '/a', hash: '' }, { path: '/b' }, { left: 0, top: 900 })).then((to) => (went = to))
    await vi.advanceTimersByTimeAsync(3200)
    expect(went).toEqual({ left: 0, top: 900 })
  })
})
