import { client, from, take } from './client'
import type { components } from './community'
import type { Page } from './types'

type Schemas = components['schemas']

export type Branch = Schemas['BranchAnswer']
export type MemberRow = Schemas['MemberRow']
export type Member = Schemas['MemberAnswer']
export type AccountRow = Schemas['AccountRow']
/** Whom messages reach, and whom not. */
export type Reach = Schemas['ReachAnswer']
export const getReach = () => take<Reach>(client.GET('/api/members/reach'))
const byId = (id: string) => ({ path: { id } })

export const listBranches = () => take<Branch[]>(client.GET('/api/branches'))
export const createBranch = (body: { name: string; kind: string }) => take<Branch>(client.POST('/api/branches', { body }))
export const renameBranch = (id: string, version: string, body: { name?: string }) => take<Branch>(client.PATCH('/api/branches/{id}', { params: { ...byId(id), header: from(version) }, body }))

export const listMembers = (query: Record<string, unknown>) => take<Page<MemberRow>>(client.GET('/api/members', { params: { query } }))
export const createMember = (body: Record<string, unknown>) => take<Member>(client.POST('/api/members', { body }))
export const getMember = (id: string) => take<Member>(client.GET('/api/members/{id}', { params: byId(id) }))
export const editMember = (id: string, version: string, body: Record<string, unknown>) => take<Member>(client.PATCH('/api/members/{id}', { params: { ...byId(id), header: from(version) }, body }))
export type FirstCode = Schemas['FirstCodeAnswer']
export const nameSecretary = (branch: string, member: string) => take<Branch>(client.POST('/api/branches/{id}/secretary', { params: byId(branch), body: { member } }))
export const releaseSecretary = (branch: string) => take<Branch>(client.DELETE('/api/branches/{id}/secretary', { params: byId(branch) }))
export const firstCode = (id: string) => take<FirstCode>(client.POST('/api/members/{id}/first-code', { params: byId(id) }))
export type Leaving = Schemas['LeavingAnswer']
export const getLeaving = (id: string) => take<Leaving>(client.GET('/api/members/{id}/leaving', { params: byId(id) }))
export const letLeave = (id: string, body: { reason?: string; claims?: 'recall' | 'hand_over'; to?: string }) => take<Member>(client.POST('/api/members/{id}/leaving', { params: byId(id), body }))
export const letReturn = (id: string) => take<Member>(client.DELETE('/api/members/{id}/leaving', { params: byId(id) }))
export const unmaskMember = (id: string, reason: string) => take<{ phone: string }>(client.POST('/api/members/{id}/unmasking', { params: byId(id), body: { reason } }))

export const listAccounts = () => take<AccountRow[]>(client.GET('/api/accounts'))
export const listMemberAccounts = () => take<AccountRow[]>(client.GET('/api/accounts', { params: { query: { role: 'member' } } }))
export const invite = (body: { name: string; phone: string; roles: string[] }) => take<AccountRow & { first_password: string | null }>(client.POST('/api/accounts', { body }))
export const editAccount = (id: string, version: string, body: Record<string, unknown>) => take<AccountRow>(client.PATCH('/api/accounts/{id}', { params: { ...byId(id), header: from(version) }, body }))
export const firstPassword = (id: string) => take<{ first_password: string }>(client.POST('/api/accounts/{id}/first-password', { params: byId(id) }))
