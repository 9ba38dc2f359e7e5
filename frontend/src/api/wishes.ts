import { client, intention, take } from './client'
import type { Category, Kind, Named, Page, WishState } from './types'

export interface WishRow {
  id: string
  number: string
  state: WishState
  state_since: string
  kind: Kind
  item: string
  quantity: number
  budget_yuan: number | null
  missing: string[]
  missing_texts: string[]
  warnings: string[]
  branch: Named | null
  collected_on: string | null
  collector: string
  person_id: string
  name: string
  place: string
  age: number | null
  categories: Category[]
  may_be_shown: boolean
}

export interface Entry {
  at: string
  by: string
  verb: string
  from_state: string
  to_state: string
  reason: string
  changes: Record<string, unknown>
}
export interface Change { at: string; by: string; verb: string; fields: string[] }
export type Purpose = 'collect' | 'show' | 'disclose' | 'photo' | 'publicity'
export const PURPOSES: Purpose[] = ['collect', 'show', 'disclose', 'photo', 'publicity']
export interface Consent {
  id: string
  purpose: Purpose
  manner: 'written' | 'oral' | 'telephone'
  given_on: string
  given_by_guardian: boolean
  recorded_by: string
  withdrawn_at: string | null
}
export interface Person {
  id: string
  masked: boolean
  name: string
  phone: string
  phone_is_landline: boolean
  without_phone: boolean
  address: string
  sex: '' | 'male' | 'female'
  age: number | null
  is_child: boolean
  categories: Category[]
  situation: string | null
  guardian_name: string
  guardian_relation: string
}
export interface Decision {
  manner: 'visit' | 'telephone' | null
  outcome: 'admit' | 'decline' | 'refer' | 'complete' | null
  channel: string
  opinion: string
  on: string
  by: string
  at: string
  undone_at: string | null
}
export interface Wish extends WishRow {
  campaign_year: number
  requirements: string[]
  public_text: string
  story: string | null
  branch_fixed: boolean
  opened_at: string | null
  branch_only_until: string | null
  person: Person
  consents: Consent[]
  decisions: Decision[]
  history: Entry[]
}
export interface Unmasked { person: Person; story: string }

const byId = (id: string) => ({ path: { id } })

export const listWishes = (query: Record<string, unknown>) => take<Page<WishRow>>(client.GET('/api/wishes', { params: { query } }))
export const getWish = (id: string) => take<Wish>(client.GET('/api/wishes/{id}', { params: byId(id) }))

export interface NewWish {
  person: Record<string, unknown>
  wish: Record<string, unknown>
  consents?: { purposes: string[]; manner: string; given_on?: string } | null
  anyway?: boolean
}
export const createWish = (body: NewWish, header = intention()) => take<Wish>(client.POST('/api/wishes', { body, params: { header } }))
export const editWish = (id: string, body: { person?: Record<string, unknown>; wish?: Record<string, unknown> }) => take<Wish>(client.PATCH('/api/wishes/{id}', { params: byId(id), body }))
export const unmask = (id: string, reason: string) => take<Unmasked>(client.POST('/api/wishes/{id}/unmasking', { params: byId(id), body: { reason } }))

export const verify = (id: string, body: { manner: string; opinion?: string }) => take<Wish>(client.POST('/api/wishes/{id}/verification', { params: byId(id), body }))
export const unverify = (id: string) => take<Wish>(client.DELETE('/api/wishes/{id}/verification', { params: byId(id) }))
export type Assessing = { outcome: 'admit' | 'decline' | 'refer' | 'complete'; opinion?: string; channel?: string }
export const assess = (id: string, body: Assessing) => take<Wish>(client.POST('/api/wishes/{id}/assessment', { params: byId(id), body }))
export const unassess = (id: string) => take<Wish>(client.DELETE('/api/wishes/{id}/assessment', { params: byId(id) }))
export const withdraw = (id: string, body: { reason: string; remark?: string }) => take<Wish>(client.POST('/api/wishes/{id}/withdrawal', { params: byId(id), body }))
export const openWish = (id: string) => take<Wish>(client.POST('/api/wishes/{id}/opening', { params: byId(id) }))
export const openAll = () => take<{ opened: number; refused: { number: string; code: string; detail: string }[] }>(client.POST('/api/openings', { body: {} }))

export const giveConsents = (id: string, body: { purposes: string[]; manner: string; given_on: string }) =>
  take<unknown>(client.POST('/api/wishes/{id}/consents', { params: byId(id), body }))
export const withdrawConsent = (id: string) => take<unknown>(client.DELETE('/api/consents/{id}', { params: byId(id) }))
