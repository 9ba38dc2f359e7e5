import type { Wall, WallCard } from '@/api/board'
import { campaignOf } from '@/campaigns'

/** So few that the code of each is read from two metres: about a tenth of that, on a hall's screen. */
const MOST_A_PAGE = 6

/** `campaign`: the name of its campaign, where several run. */
export interface Shown extends WallCard { gone: boolean; campaign?: string }

/** Open wishes and those that were just claimed, by campaign and number: a claimed card is struck through where it stood. */
export function shownCards(wall: Pick<Wall, 'cards' | 'just_claimed'> & Partial<Pick<Wall, 'campaigns'>>): Shown[] {
  const open = wall.cards.map((card) => ({ ...card, gone: false }))
  const known = new Set(wall.cards.map((card) => card.id))
  const gone = wall.just_claimed.filter((card) => !known.has(card.id)).map((card) => ({ ...card, gone: true }))
  const campaigns = wall.campaigns ?? []
  const place = (number: string) => campaigns.findIndex((each) => each === campaignOf(number, campaigns))
  const all = [...open, ...gone].sort((one, two) => place(one.number) - place(two.number) || one.serial - two.serial)
  return campaigns.length > 1 ? all.map((card) => ({ ...card, campaign: campaignOf(card.number, campaigns)?.title })) : all
}

export const pageCount = (cards: unknown[]) => Math.max(1, Math.ceil(cards.length / MOST_A_PAGE))

/** Spread evenly: nine wishes are five and four, and no page holds a lonely one. */
export function pageOf<Each>(cards: Each[], page: number): Each[] {
  const pages = pageCount(cards)
  const least = Math.floor(cards.length / pages)
  const larger = cards.length % pages
  const start = page * least + Math.min(page, larger)
  return cards.slice(start, start + least + (page < larger ? 1 : 0))
}

/** How many places every page has, by its fullest one: the fewer wishes, the larger their cards. */
export function places(cards: unknown[]): 0 | 1 | 2 | 4 | 6 {
  const fullest = Math.ceil(cards.length / pageCount(cards))
  if (fullest <= 2) return fullest as 0 | 1 | 2
  return fullest <= 4 ? 4 : 6
}

/** How wide a text stands, in Chinese signs: letters, digits and half-width marks are half a sign. */
export const signs = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.5 : 1), 0)

export const turned = (page: number, by: number, pages: number) => (((page + by) % pages) + pages) % pages
