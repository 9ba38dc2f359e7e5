import { client, take } from './client'

export type Outcome = 'ready' | 'attention' | 'duplicate' | 'rejected'
export const OUTCOMES: Outcome[] = ['ready', 'attention', 'duplicate', 'rejected']

/** What is to be said about one cell: which column, what is wrong, what to do. */
export interface Finding { field: string; code: string; text: string }
export interface ImportRow {
  serial: number
  row: number
  outcome: Outcome
  values: Record<string, string>
  corrected: string[]
  reasons: Finding[]
  warnings: Finding[]
  duplicate_of: number | null
  existing: string
  number: string
}
export interface BatchHead {
  id: string
  kind: 'wishes' | 'members'
  file_name: string
  state: 'checked' | 'confirmed' | 'discarded'
  created_at: string
  expires_on: string
  by: string
  counts: Partial<Record<Outcome, number>>
  imported: number | null
}
export interface Batch extends BatchHead {
  sheet: string
  columns: { field: string; label: string; title: string }[]
  ignored_columns: string[]
  left_out: { row: number; text: string }[]
  sheets_left_out: string[]
  new_branches: string[]
  consents: { purposes: string[]; manner: string; given_on: string } | null
  rows: ImportRow[]
}
/** The row as it is judged now, and those that changed with it. */
export interface MendedRow extends ImportRow { others: ImportRow[]; counts: Batch['counts'] }
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
export const mendRow = (id: string, serial: number, changes: Record<string, string>) =>
  take<MendedRow>(client.PATCH('/api/imports/{id}/rows/{serial}', { params: { path: { id, serial } }, body: changes }))
export const confirmImport = (id: string) => take<BatchHead>(client.POST('/api/imports/{id}/confirmation', { params: byId(id), body: {} }))
export const discardImport = (id: string) => take<unknown>(client.DELETE('/api/imports/{id}', { params: byId(id) }))
export const templateAddress = (kind: string) => `/api/imports/templates/${kind}`
export const careAddress = (id: string) => `/api/imports/${id}/care`

/** The batch with what a correction changed. */
export function withMended(batch: Batch, { others, counts, ...row }: MendedRow): Batch {
  const changed = new Map([row, ...others].map((each) => [each.serial, each]))
  return { ...batch, counts, rows: batch.rows.map((each) => changed.get(each.serial) ?? each) }
}
