import { client, from, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Campaign = Schemas['CampaignAnswer']
const byId = (id: string) => ({ path: { id } })

export const listCampaigns = () => take<Campaign[]>(client.GET('/api/campaigns'))
export const createCampaign = (body: { year: number; title?: string; like?: number }) => take<Campaign>(client.POST('/api/campaigns', { body }))
export const editCampaign = (id: string, version: string, body: Record<string, unknown>) => take<Campaign>(client.PATCH('/api/campaigns/{id}', { params: { ...byId(id), header: from(version) }, body }))

/** The administrator's switch of the four eyes, with the reason that the honest sheet prints. */
export const fourEyesOff = (id: string, reason: string) => take<Campaign>(client.PUT('/api/campaigns/{id}/four-eyes-off', { params: byId(id), body: { reason } }))
export const fourEyesOn = (id: string) => take<Campaign>(client.DELETE('/api/campaigns/{id}/four-eyes-off', { params: byId(id) }))

export type CampaignLadder = Schemas['LadderAnswer']
export type Ladder = Schemas['Ladder']
export type Rung = Schemas['Rung']
export type ExampleStep = Schemas['ExampleStepAnswer']
/** The parts of a ladder, in the order in which a wish comes to them. */
export const SCOPES = ['claim', 'open', 'collected', 'verified', 'admitted', 'delivered', 'backstopped', 'follow_up', 'request'] as const
export type Scope = (typeof SCOPES)[number]

export const getLadder = (id: string, claimed_on: string) => take<CampaignLadder>(client.GET('/api/campaigns/{id}/ladder', { params: { ...byId(id), query: { claimed_on } } }))
export const setLadder = (id: string, version: string, body: Ladder) => take<CampaignLadder>(client.PUT('/api/campaigns/{id}/ladder', { params: { ...byId(id), header: from(version) }, body }))
export const restoreLadder = (id: string) => take<CampaignLadder>(client.DELETE('/api/campaigns/{id}/ladder', { params: byId(id) }))
