import { client, take } from './client'
import type { Kind } from './types'

export interface Line {
  branch_id: string
  name: string
  head_count: number
  exact: string
  remainder: string
  share: number
  placed: number
  cost_yuan: number
  cost_per_member_yuan: string | null
}
export interface Place {
  wish_id: string
  number: string
  item: string
  kind: Kind
  budget_yuan: number | null
  place: string
  branch_id: string
  branch_before_id: string | null
  fixed: boolean
  moved_reason: string
}
export interface Balancing {
  id: string
  state: 'proposed' | 'confirmed' | 'undone' | 'discarded'
  created_at: string
  confirmed_at: string | null
  wishes: number
  head_count: number
  spread_yuan: string
  lines: Line[]
  places: Place[]
}
const byId = (id: string) => ({ path: { id } })

export const newestBalancing = () => take<Balancing>(client.GET('/api/balancings'))
export const propose = () => take<Balancing>(client.POST('/api/balancings'))
export const getBalancing = (id: string) => take<Balancing>(client.GET('/api/balancings/{id}', { params: byId(id) }))
export const discardBalancing = (id: string) => take<unknown>(client.DELETE('/api/balancings/{id}', { params: byId(id) }))
export const moveWish = (id: string, body: { wish: string; branch: string; reason: string }) =>
  take<Balancing>(client.POST('/api/balancings/{id}/moves', { params: byId(id), body }))
export const confirmBalancing = (id: string) => take<Balancing>(client.POST('/api/balancings/{id}/confirmation', { params: byId(id) }))
export const undoBalancing = (id: string) => take<Balancing>(client.DELETE('/api/balancings/{id}/confirmation', { params: byId(id) }))
