import { client, intention, take } from './client'
import type { Kind, Page, WishState } from './types'
import type { Wish, WishRow } from './wishes'

export interface Delivery {
  evidence: 'code' | 'signature' | 'witness'
  carried_by: 'member' | 'staff' | 'both'
  delivered_on: string
  at: string
  by: string
  remark: string
  confirmed_at: string | null
  confirmed_by: string
  rejected_at: string | null
  rejected_reason: string
  current: boolean
  follow_up_wanted: boolean
  by_the_community: boolean
}
export interface FollowUp { outcome: 'satisfied' | 'partly' | 'not'; remark: string; on: string; by: string }
export interface ClaimRow {
  id: string
  wish: {
    id: string
    number: string
    item: string
    quantity: number
    kind: Kind
    state: WishState
    requirements: string[]
    public_text: string
    budget_yuan: number | null
    name: string
    place: string
  }
  member_id: string
  member_name: string
  branch_name: string
  manner: 'single' | 'joint' | 'organisation'
  channel: 'online' | 'paper' | 'hall'
  partners: string
  claimed_at: string
  first_deadline: string
  deadline: string
  days_left: number | null
  ended_at: string | null
  end: string
  delivery: Delivery | null
}
export interface WishClaims { claims: ClaimRow[]; deliveries: Delivery[]; follow_ups: FollowUp[] }
export interface DeliveryRow extends WishRow { member_name: string; delivery: Delivery | null; follow_ups: FollowUp[] }

const byId = (id: string) => ({ path: { id } })

export const listClaims = (query: Record<string, unknown>) => take<Page<ClaimRow>>(client.GET('/api/claims', { params: { query } }))
export const claimsOfWish = (wish: string) => take<WishClaims>(client.GET('/api/wishes/{id}/claims', { params: byId(wish) }))
export type Claiming = { member?: string; channel?: string; manner?: string; partners?: string; note?: string }
export const claimWish = (wish: string, body: Claiming, header = intention()) =>
  take<ClaimRow>(client.POST('/api/wishes/{id}/claim', { params: { ...byId(wish), header }, body }))
export const handBack = (id: string) => take<ClaimRow>(client.POST('/api/claims/{id}/hand-back', { params: byId(id) }))
export const recall = (id: string, reason: string) => take<ClaimRow>(client.POST('/api/claims/{id}/recall', { params: byId(id), body: { reason } }))

export type Delivering = { evidence: string; code?: string; carried_by?: string; delivered_on?: string; remark?: string }
export const deliver = (claim: string, body: Delivering, header = intention()) =>
  take<unknown>(client.POST('/api/claims/{id}/delivery', { params: { ...byId(claim), header }, body }))
export const backstop = (wish: string, reason: string) => take<Wish>(client.POST('/api/wishes/{id}/backstop', { params: byId(wish), body: { reason } }))
export const deliverBackstop = (wish: string, body: Omit<Delivering, 'carried_by'>, header = intention()) =>
  take<Wish>(client.POST('/api/wishes/{id}/backstop/delivery', { params: { ...byId(wish), header }, body }))

export const listDeliveries = (query: Record<string, unknown>) => take<Page<DeliveryRow>>(client.GET('/api/deliveries', { params: { query } }))
export const confirmDelivery = (wish: string) => take<Wish>(client.POST('/api/wishes/{id}/confirmation', { params: byId(wish) }))
export const rejectDelivery = (wish: string, reason: string) => take<Wish>(client.POST('/api/wishes/{id}/rejection', { params: byId(wish), body: { reason } }))
export type FollowingUp = { outcome: string; remark?: string; on?: string; claimer_agrees?: boolean }
export const followUp = (wish: string, body: FollowingUp) => take<Wish>(client.POST('/api/wishes/{id}/follow-up', { params: byId(wish), body }))
