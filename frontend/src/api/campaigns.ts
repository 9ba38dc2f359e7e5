import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Campaign = Schemas['CampaignAnswer']
const byId = (id: string) => ({ path: { id } })

export const listCampaigns = () => take<Campaign[]>(client.GET('/api/campaigns'))
export const createCampaign = (body: { year: number; title?: string }) => take<Campaign>(client.POST('/api/campaigns', { body }))
export const editCampaign = (id: string, body: Partial<Campaign>) => take<Campaign>(client.PATCH('/api/campaigns/{id}', { params: byId(id), body }))
