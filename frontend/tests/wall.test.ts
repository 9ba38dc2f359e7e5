import { describe, expect, it } from 'vitest'
import type { WallCard } from '@/api/board'
import { pageCount, pageOf, places, shownCards, signs, turned } from '@/wall/pages'

const card = (serial: number) => ({ id: `w${serial}`, number: `HH26-${serial}`, serial, item: '', public_text: '', requirements: [] }) as WallCard

describe('the wall', () => {
  it('strikes a claimed card through where it stood', () => {
    const shown = shownCards({ cards: [card(1), card(3)], just_claimed: [card(2)] })
    expect(shown.map((each) => [each.serial, each.gone])).toEqual([[1, false], [2, true], [3, false]])
  })
  it('shows a card once when it was claimed and handed back between two looks', () => {
    expect(shownCards({ cards: [card(1)], just_claimed: [card(1)] })).toHaveLength(1)
  })
  it('has a page even without a card, and six at the most on each, spread evenly', () => {
    expect([pageCount([]), pageCount(Array(6)), pageCount(Array(7))]).toEqual([1, 1, 2])
    expect(pageOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 0)).toEqual([1, 2, 3, 4, 5])
    expect(pageOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 1)).toEqual([6, 7, 8, 9])
    for (const count of [0, 1, 7, 8, 9, 10, 17, 50]) {
      const all = Array.from({ length: count }, (_, index) => index)
      const pages = Array.from({ length: pageCount(all) }, (_, page) => pageOf(all, page))
      expect(pages.reduce<number[]>((sum, page) => [...sum, ...page], [])).toEqual(all)
      const sizes = pages.map((page) => page.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }
  })
  it('has larger places for fewer wishes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 17].map((count) => places(Array(count)))).toEqual([0, 1, 2, 4, 4, 6, 6, 4, 4, 6, 6])
  })
  it('counts half-width signs as a half', () => expect([signs('电饭锅'), signs('羽绒服(L码)'), signs('Wi-Fi')]).toEqual([3, 5.5, 2.5]))
  it('turns round in both directions', () => expect([turned(2, 1, 3), turned(0, -1, 3)]).toEqual([0, 2]))
})
