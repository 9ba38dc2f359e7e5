import { client, intention, take } from './client'
import { sent, type Evidence } from './evidence'
import type { components } from './community'
import type { Page } from './types'
import type { Wish } from './wishes'

type Schemas = components['schemas']

export type Delivery = Schemas['DeliveryAnswer']
export type FollowUp = Schemas['FollowUpAnswer']
export type ClaimRow = Schemas['ClaimRow']
/** With what was said about it, and when it is recalled by itself. */
export type LadderRow = Schemas['LadderRow']
export type Extension = Schemas['ExtensionAnswer']
export type WishClaims = Schemas['WishClaims']
export type DeliveryRow = Schemas['DeliveryRow']

const byId = (id: string) => ({ path: { id } })

export const listClaims = (query: Record<string, unknown>) => take<Page<ClaimRow>>(client.GET('/api/claims', { params: { query } }))
export const countClaims = (query: Record<string, string>) => take<Schemas['ClaimCounts']>(client.GET('/api/claims/counts', { params: { query } }))
export const claimsOfWish = (wish: string) => take<WishClaims>(client.GET('/api/wishes/{id}/claims', { params: byId(wish) }))
export type Claiming = { member?: string; channel?: string; manner?: string; partners?: string; note?: string }
export const claimWish = (wish: string, body: Claiming, header = intention()) =>
  take<ClaimRow>(client.POST('/api/wishes/{id}/claim', { params: { ...byId(wish), header }, body }))
export const handBack = (id: string) => take<ClaimRow>(client.POST('/api/claims/{id}/hand-back', { params: byId(id) }))
export const recall = (id: string, reason: string) => take<ClaimRow>(client.POST('/api/claims/{id}/recall', { params: byId(id), body: { reason } }))

export const listDecisions = (query: Record<string, unknown>) => take<Page<LadderRow>>(client.GET('/api/decisions', { params: { query } }))
export type Extending = { days: number; reason: string }
export const extendClaim = (id: string, body: Extending) => take<ClaimRow>(client.POST('/api/claims/{id}/extension', { params: byId(id), body }))
export const decideExtension = (id: string, body: { granted: boolean; days?: number; reason?: string }) =>
  take<ClaimRow>(client.POST('/api/extensions/{id}/decision', { params: byId(id), body }))

export const deliver = (claim: string, given: Evidence) => take<unknown>(client.POST('/api/claims/{id}/delivery', { params: byId(claim), ...sent(given) }))
/** `claim`: the claim that was seen when it was decided, null for none. */
export const backstop = (wish: string, reason: string, claim: string | null) =>
  take<Wish>(client.POST('/api/wishes/{id}/backstop', { params: byId(wish), body: { reason, claim } }))
export const deliverBackstop = (wish: string, given: Omit<Evidence, 'carried_by'>) =>
  take<Wish>(client.POST('/api/wishes/{id}/backstop/delivery', { params: byId(wish), ...sent(given) }))

export const listDeliveries = (query: Record<string, unknown>) => take<Page<DeliveryRow>>(client.GET('/api/deliveries', { params: { query } }))
export const confirmDelivery = (wish: string, earlier?: { delivered_on: string; reason: string }) =>
  take<Wish>(client.POST('/api/wishes/{id}/confirmation', { params: byId(wish), body: earlier ?? {} }))
export const rejectDelivery = (wish: string, reason: string) => take<Wish>(client.POST('/api/wishes/{id}/rejection', { params: byId(wish), body: { reason } }))
/** Takes one's own act of a moment ago back; the verb as the history has it. */
export type Act = Schemas['UndoingInputRequest']['act']
export const undoAct = (wish: string, act: Act) => take<Wish>(client.POST('/api/wishes/{id}/undoing', { params: byId(wish), body: { act } }))
export type FollowingUp = { outcome: string; remark?: string; on?: string; claimer_agrees?: boolean }
export const followUp = (wish: string, body: FollowingUp) => take<Wish>(client.POST('/api/wishes/{id}/follow-up', { params: byId(wish), body }))
