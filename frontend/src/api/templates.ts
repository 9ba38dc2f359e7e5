import { client, from, take } from './client'
import type { components } from './hub'
import type { Page } from './types'

type Schemas = components['schemas']
export type Wording = Schemas['WordingRow']
export type Wordings = Schemas['WordingsAnswer']
export type WordingState = Wording['state']
export type Judged = Schemas['Judged']
export type StopOfNumber = Schemas['StopOfNumber']

export const getTemplates = (provider: string) => take<Wordings>(client.GET('/api/templates', { params: { query: provider ? { provider } : {} } }))
export const judge = (template: string, text: string) => take<Judged>(client.POST('/api/templates/preview', { body: { template, text } }))
export const changeTemplate = (provider: string, name: string, version: string, body: { text?: string; state?: WordingState; code?: string; remark?: string }) =>
  take<Wording>(client.PATCH('/api/templates/{provider}/{name}', { params: { path: { provider, name }, header: from(version) }, body }))

export const listStoppedNumbers = (query: Record<string, unknown>) => take<Page<StopOfNumber>>(client.GET('/api/stops', { params: { query } } as never))
export const stopNumber = (body: { phone: string; reason: string }) => take<StopOfNumber>(client.POST('/api/stops', { body }))
export const liftStop = (id: string) => take<StopOfNumber>(client.DELETE('/api/stops/{id}', { params: { path: { id } } }))
export const reply = (id: string, text: string) => take<{ stopped: boolean }>(client.POST('/api/outbox/{id}/reply', { params: { path: { id } }, body: { text } }))
