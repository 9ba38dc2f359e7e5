import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Closing = Schemas['ClosingAnswer']
export type Blocker = Schemas['BlockerAnswer']
const byId = (id: string) => ({ path: { id } })

export const getClosing = (id: string) => take<Closing>(client.GET('/api/campaigns/{id}/closing', { params: byId(id) }))
export const closeYear = (id: string) => take<Closing>(client.POST('/api/campaigns/{id}/closing', { params: byId(id) }))
export const reopenYear = (id: string, reason: string) => take<Closing>(client.POST('/api/campaigns/{id}/reopening', { params: byId(id), body: { reason } }))
