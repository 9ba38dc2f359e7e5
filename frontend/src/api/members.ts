import { client, take } from './client'
import type { Page, Role } from './types'
import type { Change } from './wishes'

export interface Branch { id: string; name: string; kind: 'branch' | 'organisation'; head_count: number }
export interface MemberRow {
  id: string
  name: string
  phone: string
  branch_id: string | null
  branch_name: string
  sex: string
  work_unit: string
  skills: string
  state: 'active' | 'left'
  has_account: boolean
  attention: string[]
}
export interface Member extends MemberRow { birth_month: string; note: string; history: Change[] }
export interface AccountRow {
  id: string
  name: string
  phone: string
  roles: Role[]
  member_id: string | null
  branch_id: string | null
  active: boolean
  last_login: string | null
  must_change_password: boolean
}
const byId = (id: string) => ({ path: { id } })

export const listBranches = () => take<Branch[]>(client.GET('/api/branches'))
export const createBranch = (body: { name: string; kind: string }) => take<Branch>(client.POST('/api/branches', { body }))
export const renameBranch = (id: string, body: { name: string }) => take<Branch>(client.PATCH('/api/branches/{id}', { params: byId(id), body }))

export const listMembers = (query: Record<string, unknown>) => take<Page<MemberRow>>(client.GET('/api/members', { params: { query } }))
export const createMember = (body: Record<string, unknown>) => take<Member>(client.POST('/api/members', { body }))
export const getMember = (id: string) => take<Member>(client.GET('/api/members/{id}', { params: byId(id) }))
export const editMember = (id: string, body: Record<string, unknown>) => take<Member>(client.PATCH('/api/members/{id}', { params: byId(id), body }))
export const firstCode = (id: string) => take<{ name: string; code: string }>(client.POST('/api/members/{id}/first-code', { params: byId(id) }))
export const letLeave = (id: string) => take<unknown>(client.DELETE('/api/members/{id}', { params: byId(id) }))
export const unmaskMember = (id: string, reason: string) => take<{ phone: string }>(client.POST('/api/members/{id}/unmasking', { params: byId(id), body: { reason } }))

export const listAccounts = () => take<AccountRow[]>(client.GET('/api/accounts'))
export const listMemberAccounts = () => take<AccountRow[]>(client.GET('/api/accounts', { params: { query: { role: 'member' } } }))
export const invite = (body: { name: string; phone: string; roles: string[] }) => take<AccountRow & { first_password: string | null }>(client.POST('/api/accounts', { body }))
export const editAccount = (id: string, body: Record<string, unknown>) => take<AccountRow>(client.PATCH('/api/accounts/{id}', { params: byId(id), body }))
export const firstPassword = (id: string) => take<{ first_password: string }>(client.POST('/api/accounts/{id}/first-password', { params: byId(id) }))
