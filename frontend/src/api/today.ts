import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export interface Section<Row> { count: number; rows: Row[] }
/** In the order in which a morning's work is done. */
export const CLAIM_SECTIONS = ['to_decide', 'extensions', 'overdue', 'due_soon'] as const
export const DELIVERY_SECTIONS = ['to_confirm', 'to_follow_up'] as const
export const WISH_SECTIONS = ['near_day', 'consent_withdrawn', 'to_complete', 'to_verify', 'to_assess', 'to_consent', 'to_balance', 'to_open', 'kept_off', 'open_long', 'backstopped'] as const
export type ClaimSection = (typeof CLAIM_SECTIONS)[number]
export type DeliverySection = (typeof DELIVERY_SECTIONS)[number]
export type WishSection = (typeof WISH_SECTIONS)[number]
export type SectionName = ClaimSection | DeliverySection | WishSection

export type Figures = Schemas['FiguresAnswer']
export type Today = Schemas['TodayAnswer']
/** With how long it has been waiting, and whether that is too long by the ladder. */
export type WaitingWish = Schemas['WaitingWish']
export type WaitingDelivery = Schemas['WaitingDelivery']

/** Of all campaigns that are not closed, or of one. */
export const getToday = (campaign = '') => take<Today>(client.GET('/api/today', { params: { query: campaign ? { campaign } : {} } }))

/** The counts beside the navigation: what waits in each room. */
export function navCounts(today: Today | undefined): Record<string, number | undefined> {
  if (!today) return {}
  const sum = (...names: SectionName[]) => names.reduce((total, name) => total + (today[name]?.count ?? 0), 0)
  return {
    today: sum(...CLAIM_SECTIONS, ...DELIVERY_SECTIONS, ...WISH_SECTIONS),
    verify: sum('to_complete', 'to_verify'),
    assess: sum('to_assess'),
    balance: sum('to_balance', 'to_open', 'to_consent'),
    claims: today.figures?.held,
    deliveries: sum('to_confirm', 'to_follow_up'),
  }
}
