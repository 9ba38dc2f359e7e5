import type { Wall, WallCard } from '@/api/board'

export const CARDS_A_PAGE = 8

export interface Shown extends WallCard { gone: boolean }

/** Open wishes and those that were just claimed, by number: a claimed card is struck through where it stood. */
export function shownCards(wall: Pick<Wall, 'cards' | 'just_claimed'>): Shown[] {
  const open = wall.cards.map((card) => ({ ...card, gone: false }))
  const known = new Set(wall.cards.map((card) => card.id))
  const gone = wall.just_claimed.filter((card) => !known.has(card.id)).map((card) => ({ ...card, gone: true }))
  return [...open, ...gone].sort((one, two) => one.serial - two.serial)
}

export const pageCount = (cards: unknown[]) => Math.max(1, Math.ceil(cards.length / CARDS_A_PAGE))
export const pageOf = <Each>(cards: Each[], page: number) => cards.slice(page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE)
export const turned = (page: number, by: number, pages: number) => (((page + by) % pages) + pages) % pages
