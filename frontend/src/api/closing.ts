import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Closing = Schemas['ClosingAnswer']
export type Blocker = Schemas['BlockerAnswer']
const byId = (id: string) => ({ path: { id } })

export const getClosing = (id: string) => take<Closing>(client.GET('/api/campaigns/{id}/closing', { params: byId(id) }))
/** `into`: the campaign that takes in what is left over; null: none yet. */
export const closeCampaign = (id: string, into: string | null) => take<Closing>(client.POST('/api/campaigns/{id}/closing', { params: byId(id), body: { into } }))
export const takeInLeftovers = (id: string, into: string) => take<Closing>(client.POST('/api/campaigns/{id}/leftovers', { params: byId(id), body: { into } }))
export const reopenCampaign = (id: string, reason: string) => take<Closing>(client.POST('/api/campaigns/{id}/reopening', { params: byId(id), body: { reason } }))
