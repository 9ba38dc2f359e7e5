import { client, from, take } from './client'
import type { components } from './hub'
import { Problem } from './problem'
import type { Page } from './types'

type Schemas = components['schemas']
export type Community = Schemas['CommunityAnswer']
export type CommunityState = Community['state']
export type NewCommunity = Schemas['NewCommunityAnswer']
export type Administrator = Schemas['AdministratorAnswer']
export type OutboxRow = Schemas['OutboxRow']
export type MessageRow = Schemas['MessageRow']
export type MessageState = MessageRow['state']

export const COMMUNITY_STATES: CommunityState[] = ['active', 'suspended', 'archived']
export const MESSAGE_STATES: MessageState[] = ['due', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'expired', 'suppressed']

type Query = Record<string, string | number>
const byId = (id: string) => ({ path: { id } })

export const listCommunities = (query: Query) => take<Page<Community>>(client.GET('/api/communities', { params: { query } }))
export const getCommunity = (id: string) => take<Community>(client.GET('/api/communities/{id}', { params: byId(id) }))
export type Activity = Schemas['ActivityAnswer']
/** Who administers these communities, when somebody last came, how much goes on: figures only. */
export const activityOf = (ids: string[]) => take<Activity[]>(client.GET('/api/communities/activity', { params: { query: { ids: ids.join(',') } } }))
export const getActivity = (id: string) => take<Schemas['OneActivityAnswer']>(client.GET('/api/communities/{id}/activity', { params: byId(id) }))
export const createCommunity = (body: Schemas['CommunityInputRequest']) => take<NewCommunity>(client.POST('/api/communities', { body }))
export const changeState = (id: string, version: string, state: CommunityState, reason: string) =>
  take<Community>(client.PATCH('/api/communities/{id}', { params: { ...byId(id), header: from(version) }, body: { state, reason } }))
export const addAdministrator = (id: string, body: { name: string; phone: string }) =>
  take<Administrator>(client.POST('/api/communities/{id}/administrators', { params: byId(id), body }))

export const listOutbox = (query: Query) => take<Page<OutboxRow>>(client.GET('/api/outbox', { params: { query } }))
export const unmaskPhone = (id: string, reason: string) =>
  take<{ phone: string; text: string }>(client.POST('/api/outbox/{id}/unmasking', { params: byId(id), body: { reason } }))
export const listMessages = (query: Query) => take<Page<MessageRow>>(client.GET('/api/messages', { params: { query } }))

export interface Part { ok: boolean; ms?: number; problem?: string; version?: string; hub_pending?: number; communities_behind?: number; age_seconds?: number | null }
export const PARTS = ['database', 'schema', 'valkey', 'beat'] as const
export type Readiness = { status: 'ready' | 'degraded' | 'unready' } & Record<(typeof PARTS)[number], Part>

/** What works and what is away. Where not even the database answers, nobody can be known as the operator: unreachable. */
export async function readiness(): Promise<Readiness> {
  try {
    const response = await fetch('/api/readiness', { headers: { Accept: 'application/json' } })
    if (response.ok) return (await response.json()) as Readiness
    throw new Problem(response.status, 'unreachable', '')
  } catch {
    throw new Problem(0, 'unreachable', '')
  }
}
