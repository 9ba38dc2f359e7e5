import { client, from, intention, take } from './client'
import type { components } from './community'
import type { Page } from './types'

type Schemas = components['schemas']

export type WishRow = Schemas['WishRow']

export type Entry = Schemas['HistoryAnswer']
export type Change = Schemas['PersonChange']
export type Purpose = 'collect' | 'show' | 'disclose' | 'photo' | 'publicity'
export const PURPOSES: Purpose[] = ['collect', 'show', 'disclose', 'photo', 'publicity']
export type Consent = Schemas['ConsentAnswer']
export type Person = Schemas['PersonAnswer']
export type Decision = Schemas['DecisionAnswer']
export type Wish = Schemas['WishAnswer']
export type Unmasked = Schemas['UnmaskedAnswer']

const byId = (id: string) => ({ path: { id } })

export const listWishes = (query: Record<string, unknown>) => take<Page<WishRow>>(client.GET('/api/wishes', { params: { query } }))
export const getWish = (id: string) => take<Wish>(client.GET('/api/wishes/{id}', { params: byId(id) }))

export interface NewWish {
  /** Needed where several campaigns are not closed. */
  campaign?: string
  person: Record<string, unknown>
  wish: Record<string, unknown>
  consents?: { purposes: string[]; manner: string; given_on?: string } | null
  anyway?: boolean
  old_day?: boolean
}
export const createWish = (body: NewWish, header = intention()) => take<Wish>(client.POST('/api/wishes', { body, params: { header } }))
export const editWish = (id: string, version: string, body: { person?: Record<string, unknown>; wish?: Record<string, unknown> }) => take<Wish>(client.PATCH('/api/wishes/{id}', { params: { ...byId(id), header: from(version) }, body }))
export type UnmaskedOfQueue = Schemas['UnmaskedWish']
export const unmaskMany = (wishes: string[], reason: string) => take<{ wishes: UnmaskedOfQueue[] }>(client.POST('/api/wishes/unmasking', { body: { wishes, reason } }))
export const unmask = (id: string, reason: string) => take<Unmasked>(client.POST('/api/wishes/{id}/unmasking', { params: byId(id), body: { reason } }))

export const verify = (id: string, body: { manner: string; opinion?: string; consents?: { purposes: string[]; manner: string } }) => take<Wish>(client.POST('/api/wishes/{id}/verification', { params: byId(id), body }))
export const unverify = (id: string) => take<Wish>(client.DELETE('/api/wishes/{id}/verification', { params: byId(id) }))
export type Assessing = { outcome: 'admit' | 'decline' | 'refer' | 'complete'; opinion?: string; channel?: string }
export const assess = (id: string, body: Assessing) => take<Wish>(client.POST('/api/wishes/{id}/assessment', { params: byId(id), body }))
export const unassess = (id: string) => take<Wish>(client.DELETE('/api/wishes/{id}/assessment', { params: byId(id) }))
export const backToTheBoard = (id: string, reason: string) => take<Wish>(client.POST('/api/wishes/{id}/backstop/end', { params: byId(id), body: { reason } }))
export const withdraw = (id: string, body: { reason: string; remark?: string }) => take<Wish>(client.POST('/api/wishes/{id}/withdrawal', { params: byId(id), body }))
export const openWish = (id: string, body: { yes?: boolean; reason?: string } = {}) => take<Wish>(client.POST('/api/wishes/{id}/opening', { params: byId(id), body: { yes: false, reason: '', ...body } }))
export const unwithdraw = (id: string) => take<Wish>(client.POST('/api/wishes/{id}/withdrawal/undoing', { params: byId(id) }))
export const unopenWish = (id: string) => take<Wish>(client.DELETE('/api/wishes/{id}/opening', { params: byId(id) }))
/** What a verb for many left out, each with why. */
export type LeftOut = { id?: string; number: string; code: string; detail: string }
export const openAll = (campaign: string, body: { wishes?: string[]; yes?: string[] } = {}) => take<{ opened: number; wishes: string[]; refused: LeftOut[] }>(client.POST('/api/openings', { body, params: { query: { campaign } } }))
export const undoOpenings = (wishes: string[]) => take<{ undone: number; refused: LeftOut[] }>(client.POST('/api/openings/undoing', { body: { wishes } }))

/** Of one person, by the person's id. */
export const giveConsents = (id: string, body: { purposes: string[]; manner: string; given_on: string }) =>
  take<unknown>(client.POST('/api/people/{id}/consents', { params: byId(id), body }))
export const giveConsentsOfMany = (wishes: string[], body: { purposes: Purpose[]; manner: Consent['manner']; given_on: string }) =>
  take<{ recorded: number; consents: string[]; left_out: LeftOut[] }>(client.POST('/api/consents', { body: { wishes, ...body } }))
export const undoConsents = (consents: string[]) => take<unknown>(client.POST('/api/consents/undoing', { body: { consents } }))
export const withdrawConsent = (id: string) => take<unknown>(client.DELETE('/api/consents/{id}', { params: byId(id) }))
