import { client, take } from './client'
import type { Page } from './types'
import type { Change, Consent, Person, WishRow } from './wishes'

export interface PersonRow extends Person { wishes: number }
export interface PersonDetail extends Person {
  consents: Consent[]
  wishes: WishRow[]
  history: Change[]
}
const byId = (id: string) => ({ path: { id } })

export const listPeople = (query: Record<string, unknown>) => take<Page<PersonRow>>(client.GET('/api/people', { params: { query } }))
export const getPerson = (id: string) => take<PersonDetail>(client.GET('/api/people/{id}', { params: byId(id) }))
export const editPerson = (id: string, body: Record<string, unknown>) => take<PersonDetail>(client.PATCH('/api/people/{id}', { params: byId(id), body }))
export const unmaskPerson = (id: string, reason: string) => take<Person>(client.POST('/api/people/{id}/unmasking', { params: byId(id), body: { reason } }))
