import { client, take } from './client'
import type { components } from './community'
import type { Page } from './types'

type Schemas = components['schemas']
export type Said = Schemas['SaidRow']
export type MessageState = Said['state']
export type MemberMessages = Schemas['MemberMessages']
export type Stop = Schemas['StopAnswer']
export type StopRow = Schemas['StopRow']
export type VisitList = Schemas['VisitList']
export type VisitRow = Schemas['VisitRow']

export const MESSAGE_KINDS = ['reminder', 'urging', 'decision', 'notice', 'handover'] as const
export const MESSAGE_STATES: MessageState[] = ['due', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'expired', 'suppressed']
const member = (id: string) => ({ path: { member_id: id } })

export const listSaid = (query: Record<string, unknown>) => take<Page<Said>>(client.GET('/api/messages', { params: { query } } as never))
export const saidOfWish = (id: string) => take<Said[]>(client.GET('/api/wishes/{wish_id}/messages', { params: { path: { wish_id: id } } }))
export const saidToMember = (id: string) => take<MemberMessages>(client.GET('/api/members/{member_id}/messages', { params: member(id) }))

export const getVisits = () => take<VisitList>(client.GET('/api/visits'))
export const markVisited = (body: { member: string; note: string }) => take<{ id: string }>(client.POST('/api/visits', { body }))
export const takeBackVisit = (id: string) => take<unknown>(client.DELETE('/api/visits/{visit_id}', { params: { path: { visit_id: id } } }))

export const listStops = () => take<StopRow[]>(client.GET('/api/stops', {} as never))
export const stopMember = (id: string, reason: string) => take<Stop>(client.POST('/api/members/{member_id}/stop', { params: member(id), body: { reason } }))
export const resumeMember = (id: string) => take<unknown>(client.DELETE('/api/members/{member_id}/stop', { params: member(id) }))
