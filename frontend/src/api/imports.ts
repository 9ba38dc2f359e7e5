import { client, from, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Outcome = 'ready' | 'attention' | 'duplicate' | 'rejected'
export const OUTCOMES: Outcome[] = ['ready', 'attention', 'duplicate', 'rejected']

/** What is to be said about one cell: which column, what is wrong, what to do. */
export type Finding = Schemas['FindingAnswer']
export type ImportRow = Schemas['ImportRowAnswer']
export type BatchHead = Schemas['ImportSummary']
export type Batch = Schemas['ImportAnswer']
/** The row as it is judged now, and those that changed with it. */
export type MendedRow = Schemas['CorrectedAnswer']
const byId = (id: string) => ({ path: { id } })

export const listImports = () => take<BatchHead[]>(client.GET('/api/imports'))
export const getImport = (id: string) => take<Batch>(client.GET('/api/imports/{id}', { params: byId(id) }))

/** Sends a workbook to be checked; nothing is written yet. */
export function checkFile(file: File, fields: Record<string, string>): Promise<BatchHead> {
  const form = new FormData()
  form.append('file', file)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return take<BatchHead>(client.POST('/api/imports', { body: form, bodySerializer: (body: unknown) => body as FormData }))
}
export type Answers = Schemas['PatchedAnswersInputRequest']
/** What is said once for the whole list; every row is judged again. */
export const answerForAll = (id: string, answers: Answers) => take<Batch>(client.PATCH('/api/imports/{id}', { params: byId(id), body: answers }))
/** A row's version is that of its cells: two clerks who mend the same row are told of each other. */
export const mendRow = (id: string, serial: number, version: string, changes: Record<string, string>) =>
  take<MendedRow>(client.PATCH('/api/imports/{id}/rows/{serial}', { params: { path: { id, serial }, header: from(version) }, body: changes }))
export const confirmImport = (id: string) => take<BatchHead>(client.POST('/api/imports/{id}/confirmation', { params: byId(id), body: {} }))
/** Takes back what a confirmed import brought; refused once anything was done with it. */
export const takeBackImport = (id: string) => take<BatchHead>(client.DELETE('/api/imports/{id}/confirmation', { params: byId(id) }))
export const discardImport = (id: string) => take<unknown>(client.DELETE('/api/imports/{id}', { params: byId(id) }))
export const reinstateImport = (id: string) => take<BatchHead>(client.POST('/api/imports/{id}/reinstatement', { params: byId(id) }))
export const templateAddress = (kind: string) => `/api/imports/templates/${kind}`
export const careAddress = (id: string) => `/api/imports/${id}/care`

/** The batch with what a correction changed. */
export function withMended(batch: Batch, { others, counts, ...row }: MendedRow): Batch {
  const changed = new Map([row, ...others].map((each) => [each.serial, each]))
  return { ...batch, counts, rows: batch.rows.map((each) => changed.get(each.serial) ?? each) }
}
