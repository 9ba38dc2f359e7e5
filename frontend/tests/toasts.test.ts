import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hold, release, say, toasts } from '@/kit/toasts'

beforeEach(() => {
  vi.useFakeTimers()
  toasts.splice(0)
})
afterEach(() => vi.useRealTimers())

describe('a message', () => {
  it('offers undo for ten seconds', () => {
    say('done', { undo: async () => undefined })
    vi.advanceTimersByTime(9_900)
    expect(toasts).toHaveLength(1)
    vi.advanceTimersByTime(200)
    expect(toasts).toHaveLength(0)
  })

  it('stays while the focus or the pointer is on it', () => {
    say('done', { undo: async () => undefined })
    hold(toasts[0]!.id)
    vi.advanceTimersByTime(40_000)
    expect(toasts).toHaveLength(1)
    release(toasts[0]!)
    vi.advanceTimersByTime(10_100)
    expect(toasts).toHaveLength(0)
  })

  it('does not pile up: one at a time', () => {
    for (const text of ['a', 'b', 'c', 'd']) say(text)
    expect(toasts.map((toast) => toast.text)).toEqual(['d'])
  })
})
