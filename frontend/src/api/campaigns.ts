import { client, from, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type Campaign = Schemas['CampaignAnswer']
/** In the list each one has its figures: those of now, or the frozen ones. */
export type CampaignInList = Schemas['CampaignInList']
const byId = (id: string) => ({ path: { id } })

export const listCampaigns = () => take<CampaignInList[]>(client.GET('/api/campaigns'))
export type NewCampaign = Partial<Schemas['StartInputRequest']> & { year: number }
export const createCampaign = (body: NewCampaign) => take<Campaign>(client.POST('/api/campaigns', { body: body as Schemas['StartInputRequest'] }))
export const proposeCode = (query: { year: number; title: string; yearly: boolean }) => take<{ code: string }>(client.GET('/api/campaigns/code', { params: { query } }))
export const editCampaign = (id: string, version: string, body: Record<string, unknown>) => take<Campaign>(client.PATCH('/api/campaigns/{id}', { params: { ...byId(id), header: from(version) }, body }))
export const startCampaign = (id: string) => take<Campaign>(client.POST('/api/campaigns/{id}/starting', { params: byId(id) }))
export const backToPreparing = (id: string) => take<Campaign>(client.POST('/api/campaigns/{id}/preparing', { params: byId(id) }))

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
