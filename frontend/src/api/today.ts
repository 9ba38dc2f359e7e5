import type { ClaimRow, DeliveryRow } from './claims'
import { client, take } from './client'
import type { WishRow } from './wishes'

export interface Section<Row> { count: number; rows: Row[] }
/** In the order in which a morning's work is done. */
export const CLAIM_SECTIONS = ['overdue', 'due_soon'] as const
export const DELIVERY_SECTIONS = ['to_confirm', 'to_follow_up'] as const
export const WISH_SECTIONS = ['to_complete', 'to_verify', 'to_assess', 'to_consent', 'to_balance', 'to_open', 'backstopped'] as const
export type ClaimSection = (typeof CLAIM_SECTIONS)[number]
export type DeliverySection = (typeof DELIVERY_SECTIONS)[number]
export type WishSection = (typeof WISH_SECTIONS)[number]
export type SectionName = ClaimSection | DeliverySection | WishSection

export interface Figures {
  collected: number
  verified: number
  admitted: number
  open: number
  held: number
  delivered: number
  in_pool: number
  left_the_pool: number
  claimed: number
  fulfilled: number
  by_backstop: number
  on_time: number
  overdue: number
  followed_up: number
  satisfied: number
}
export type Today = {
  today: string
  year: number | null
  members: number
  figures: Figures | null
  branches: { id: string; name: string; done: number; total: number }[]
} & { [name in ClaimSection]?: Section<ClaimRow> } & { [name in DeliverySection]?: Section<DeliveryRow> } & { [name in WishSection]?: Section<WishRow> }

export const getToday = () => take<Today>(client.GET('/api/today'))

/** The counts beside the navigation: what waits in each room. */
export function navCounts(today: Today | undefined): Record<string, number | undefined> {
  if (!today) return {}
  const sum = (...names: SectionName[]) => names.reduce((total, name) => total + (today[name]?.count ?? 0), 0)
  return {
    today: sum(...CLAIM_SECTIONS, ...DELIVERY_SECTIONS, ...WISH_SECTIONS),
    verify: sum('to_complete', 'to_verify'),
    assess: sum('to_assess'),
    balance: sum('to_balance', 'to_open'),
    claims: today.figures?.held,
    deliveries: sum('to_confirm', 'to_follow_up'),
  }
}
