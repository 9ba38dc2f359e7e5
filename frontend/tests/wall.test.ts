import { describe, expect, it } from 'vitest'
import type { WallCard } from '@/api/board'
import { pageCount, pageOf, shownCards, turned } from '@/wall/pages'

const card = (serial: number) => ({ id: `w${serial}`, number: `HH26-${serial}`, serial, item: '', public_text: '', requirements: [] }) as WallCard

describe('the wall', () => {
  it('strikes a claimed card through where it stood', () => {
    const shown = shownCards({ cards: [card(1), card(3)], just_claimed: [card(2)] })
    expect(shown.map((each) => [each.serial, each.gone])).toEqual([[1, false], [2, true], [3, false]])
  })
  it('shows a card once when it was claimed and handed back between two looks', () => {
    expect(shownCards({ cards: [card(1)], just_claimed: [card(1)] })).toHaveLength(1)
  })
  it('has a page even without a card, and eight on each', () => {
    expect([pageCount([]), pageCount(Array(8)), pageCount(Array(9))]).toEqual([1, 1, 2])
    expect(pageOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 1)).toEqual([9])
  })
  it('turns round in both directions', () => expect([turned(2, 1, 3), turned(0, -1, 3)]).toEqual([0, 2]))
})
