import { reactive } from 'vue'
import { CLAIM_SECTIONS, DELIVERY_SECTIONS, WISH_SECTIONS, type SectionName, type Today } from '@/api/today'

/** What a morning's work is made of, the most urgent first. */
export const GROUPS = { claims: CLAIM_SECTIONS, deliveries: DELIVERY_SECTIONS, wishes: WISH_SECTIONS } as const
export type GroupName = keyof typeof GROUPS

/** Rows of one section that stand open by themselves. */
const ROWS_A_SECTION = 3
/** A busy office: with so many kinds of work waiting, their lines alone fill half the screen. */
const MANY_SECTIONS = 9

/** Rows that stand open on one screen of a desk (1440 × 900), or on two of a phone, where a row is a card. */
export function rowsThatFit(sections: number, phone: boolean): number {
  if (phone) return sections > MANY_SECTIONS ? 2 : 3
  return sections > MANY_SECTIONS ? 3 : 6
}

export interface Waiting { group: GroupName; name: SectionName; count: number }

/** The sections in which something waits, in the order in which a morning's work is done. */
export function waiting(today: Today): Waiting[] {
  return (Object.keys(GROUPS) as GroupName[]).flatMap((group) =>
    GROUPS[group].map((name) => ({ group, name, count: today[name]?.count ?? 0 })).filter(({ count }) => count),
  )
}

/**
 * How many rows each section shows at first: the most urgent ones as long as they fit, and none after the first that
 * does not, so that everything that waits stands on the first screen with its count.
 */
export function openAtFirst(sections: Waiting[], fit: number): Map<SectionName, number> {
  const open = new Map<SectionName, number>()
  for (const { name, count } of sections) {
    const rows = Math.min(count, ROWS_A_SECTION)
    if (open.size && rows > fit) break
    open.set(name, Math.min(rows, Math.max(fit, 1)))
    fit -= rows
  }
  return open
}

/** What the reader opened and closed: kept while the page is away, so that Back finds it as it was left. */
export const chosen = reactive<Partial<Record<SectionName, boolean>>>({})
