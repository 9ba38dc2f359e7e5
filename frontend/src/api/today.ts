import { client, take } from './client'
import type { Named, WishState } from './types'

/** One line of today's work: a wish, what is to be done about it and by when. */
export interface TodayRow {
  id: string
  number: string
  item: string
  state: WishState
  name: string
  address: string
  is_child: boolean
  claim_id: string | null
  claimer: string | null
  branch: Named | null
  deadline: string | null
  days_left: number | null
  since: string | null
  missing: string[]
}
export const SECTIONS = ['overdue', 'due_soon', 'to_confirm', 'to_verify', 'to_assess', 'unclaimed'] as const
export type SectionName = (typeof SECTIONS)[number]

export interface Today {
  sections: Record<SectionName, { count: number; rows: TodayRow[] }>
  figures: { in_pool: number; claimed: number; fulfilled: number; open: number; overdue: number; withdrawn: number; admitted?: number }
  branches: { id: string; name: string; done: number; total: number }[]
}

export const getToday = () => take<Today>(client.GET('/api/today'))

/** The counts beside the navigation: what waits in each room. */
export function navCounts(today: Today | undefined): Record<string, number | undefined> {
  if (!today) return {}
  const { sections } = today
  return {
    today: Object.values(sections).reduce((sum, section) => sum + section.count, 0),
    verify: sections.to_verify?.count,
    assess: sections.to_assess?.count,
    claims: sections.overdue?.count,
    deliveries: sections.to_confirm?.count,
  }
}
