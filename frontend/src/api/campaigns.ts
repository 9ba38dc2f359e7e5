import { client, take } from './client'

export interface Campaign {
  id: string
  year: number
  title: string
  prefix: string
  state: 'preparing' | 'running' | 'closed'
  claim_length_days: number
  live_claims_per_member: number
  branch_only_days: number
  budget_limit_yuan: number
  follow_up_percent: number
  example_deadline: string
  example_opens_to_all: string
  provisional_calendar: boolean
  history: { at: string; by: string; verb: string; changes: Record<string, unknown> }[]
}
const byId = (id: string) => ({ path: { id } })

export const listCampaigns = () => take<Campaign[]>(client.GET('/api/campaigns'))
export const createCampaign = (body: { year: number; title: string }) => take<Campaign>(client.POST('/api/campaigns', { body }))
export const editCampaign = (id: string, body: Partial<Campaign>) => take<Campaign>(client.PATCH('/api/campaigns/{id}', { params: byId(id), body }))
