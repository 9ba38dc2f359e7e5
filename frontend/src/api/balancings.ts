import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Line = Schemas['LineAnswer']
export type Place = Schemas['PlaceAnswer']
export type Balancing = Schemas['BalancingAnswer']
const byId = (id: string) => ({ path: { id } })

const of = (campaign: string) => ({ params: { query: { campaign } } })
/** Null where nothing has been shared out yet. */
export const newestBalancing = async (campaign: string) => (await take<Balancing | undefined>(client.GET('/api/balancings', of(campaign)))) ?? null
export const propose = (campaign: string) => take<Balancing>(client.POST('/api/balancings', of(campaign)))
export const getBalancing = (id: string) => take<Balancing>(client.GET('/api/balancings/{id}', { params: byId(id) }))
export const discardBalancing = (id: string) => take<unknown>(client.DELETE('/api/balancings/{id}', { params: byId(id) }))
export const moveWish = (id: string, body: { wish: string; branch: string; reason: string }) =>
  take<Balancing>(client.POST('/api/balancings/{id}/moves', { params: byId(id), body }))
/** Lets go of what a hand moved. */
export const letGoOfMove = (id: string, wish: string) => take<Balancing>(client.DELETE('/api/balancings/{id}/moves/{wish_id}', { params: { path: { id, wish_id: wish } } }))
export const letGo = (wish: string) => take<unknown>(client.DELETE('/api/wishes/{id}/hold', { params: byId(wish) }))
export const hold = (wish: string, reason: string) => take<unknown>(client.PUT('/api/wishes/{id}/hold', { params: byId(wish), body: { reason } }))
export const confirmBalancing = (id: string) => take<Balancing>(client.POST('/api/balancings/{id}/confirmation', { params: byId(id) }))
export const undoBalancing = (id: string) => take<Balancing>(client.DELETE('/api/balancings/{id}/confirmation', { params: byId(id) }))
export const reinstateBalancing = (id: string) => take<Balancing>(client.POST('/api/balancings/{id}/reinstatement', { params: byId(id) }))
