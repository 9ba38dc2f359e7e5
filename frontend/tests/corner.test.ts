import { beforeEach, describe, expect, it } from 'vitest'
import { spotFor } from '@/kit/corner'

const put = (tag: string, [left, top, right, bottom]: number[], attribute = '') => {
  const each = document.createElement(tag)
  if (attribute) each.setAttribute(attribute, '')
  each.getBoundingClientRect = () => ({ left, top, right, bottom, width: right! - left!, height: bottom! - top! }) as DOMRect
  document.querySelector('main')!.append(each)
  return each
}
const own = () => document.querySelector('section')!
const high = (width: number) => (width > 300 ? 75 : 150)
const meets = (spot: { left: number; top: number; width: number }, [left, top, right, bottom]: number[]) =>
  left! < spot.left + spot.width && right! > spot.left && top! < spot.top + high(spot.width) && bottom! > spot.top

describe('a message', () => {
  beforeEach(() => {
    document.body.innerHTML = '<main></main><section></section>'
    Object.assign(window, { innerWidth: 1000, innerHeight: 700 })
  })

  it('stands in the corner, and beside its edges where the corners are taken', () => {
    expect(spotFor(own(), high)).toEqual({ left: 572, top: 613, width: 416 })
    for (const box of [[0, 0, 1000, 690], [990, 0, 1000, 700]]) put('button', box)
    put('a', [0, 0, 1, 1])
    expect(spotFor(own(), high).width).toBeLessThanOrEqual(416)
  })

  it('never lies on the row that was acted upon, nor in the gap that its buttons have left', () => {
    const rows = Array.from({ length: 8 }, (_, index) => index * 88)
    for (const top of rows) put('button', [700, top + 8, 990, top + 60])
    put('tr', [200, 176, 1000, 264], 'data-done')
    const spot = spotFor(own(), high)
    expect(meets(spot, [200, 176, 1000, 264])).toBe(false)
    for (const top of rows) expect(meets(spot, [700, top + 8, 990, top + 60])).toBe(false)
  })

  it('covers a list\'s lines rather than a link, and a link rather than a button', () => {
    put('form', [0, 0, 1000, 700])
    put('button', [0, 0, 1000, 350])
    put('a', [0, 350, 1000, 520])
    expect(spotFor(own(), high).top).toBeGreaterThan(520)
    put('a', [0, 520, 1000, 700])
    expect(spotFor(own(), high).top).toBeGreaterThan(350)
  })

  it('stays where it is until something comes under it, and then goes', () => {
    const first = spotFor(own(), high)
    const moved = { ...first, top: 300 }
    expect(spotFor(own(), high, moved)).toBe(moved)
    put('input', [600, 310, 700, 340])
    expect(spotFor(own(), high, moved)).toEqual(first)
  })
})
