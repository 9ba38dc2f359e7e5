import { client, take } from './client'
import { sent, type Evidence } from './evidence'
import type { components } from './community'
import type { Page } from './types'

export type MyClaim = components['schemas']['ClaimRow']
/** With name, telephone and address for as long as the claim lives; each look is on the access log. */
export type MyClaimPage = components['schemas']['MyClaimAnswer']
export type Contact = components['schemas']['ContactAnswer']

const byId = (id: string) => ({ path: { id } })

export const myClaims = () => take<MyClaim[]>(client.GET('/api/my/claims'))
export const myClaim = (id: string) => take<MyClaimPage>(client.GET('/api/my/claims/{id}', { params: byId(id) }))
/** `header` carries one key for one intention: asked again after a broken line, the server answers and does nothing. */
export const claimForMyself = (wish: string, header: Record<string, string>) =>
  take<MyClaim>(client.POST('/api/wishes/{id}/claim', { params: { ...byId(wish), header }, body: {} }))
/** Takes one's own claiming of a moment ago back: it stands in no record. */
export const undoMyClaim = (wish: string) => take<unknown>(client.POST('/api/wishes/{id}/claim/undoing', { params: byId(wish) }))
export const handBackMine = (claim: string) => take<MyClaim>(client.POST('/api/claims/{id}/hand-back', { params: byId(claim) }))

export type Notices = components['schemas']['NoticesAnswer']
/** What others did to one's claims, the newest first. */
export const myNotices = () => take<Notices>(client.GET('/api/my/notices'))
export const readNotices = (ids: string[]) => take<unknown>(client.POST('/api/my/notices/read', { body: { ids } }))
export const sawChanges = (claim: string) => take<unknown>(client.POST('/api/my/claims/{id}/changes/seen', { params: byId(claim) }))

export const askForTime = (claim: string, body: { days: number; reason: string }) =>
  take<MyClaim>(client.POST('/api/my/claims/{id}/extension', { params: byId(claim), body }))
export const takeBackAsking = (claim: string) => take<MyClaim>(client.DELETE('/api/my/claims/{id}/extension', { params: byId(claim) }))

export const deliverMine = (claim: string, given: Evidence) => take<MyClaim>(client.POST('/api/claims/{id}/delivery', { params: byId(claim), ...sent(given) }))

/** A member's telephone, for the secretary of the member's branch; each look is on the access log. */
export const telephoneOf = (member: string, reason: string) =>
  take<{ phone: string }>(client.POST('/api/members/{id}/unmasking', { params: byId(member), body: { reason } }))

/** For a branch's secretary: the server answers with the claims of the own branch only. */
export const branchClaims = (stage: 'waiting' | 'delivered') => take<Page<MyClaim>>(client.GET('/api/claims', { params: { query: { stage, page_size: 200 } } }))
