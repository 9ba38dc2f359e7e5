import { client, from, take } from './client'
import type { components } from './community'
import type { Page } from './types'
import type { Person } from './wishes'

type Schemas = components['schemas']

export type PersonRow = Schemas['PersonRow']
export type UnmaskedPerson = Schemas['UnmaskedPerson']
export type PersonDetail = Schemas['OnePersonAnswer']
const byId = (id: string) => ({ path: { id } })

export const listPeople = (query: Record<string, unknown>) => take<Page<PersonRow>>(client.GET('/api/people', { params: { query } }))
export const getPerson = (id: string) => take<PersonDetail>(client.GET('/api/people/{id}', { params: byId(id) }))
export const editPerson = (id: string, version: string, body: Record<string, unknown>) => take<PersonDetail>(client.PATCH('/api/people/{id}', { params: { ...byId(id), header: from(version) }, body }))
export const unmaskPerson = (id: string, reason: string) => take<Person>(client.POST('/api/people/{id}/unmasking', { params: byId(id), body: { reason } }))
