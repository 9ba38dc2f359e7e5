import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type WishCard = Schemas['WishCardAnswer']
export type HouseholdCard = Schemas['HouseholdCardAnswer']

export const wishCards = (campaign = '') => take<{ cards: WishCard[] }>(client.GET('/api/cards/wishes', { params: { query: campaign ? { campaign } : {} } }))
/** Remembers whose card was printed, or takes that back. */
export const cardsPrinted = (ids: string[], printed: boolean) => take(client.POST('/api/cards/wishes/printed', { body: { ids, printed } }))
export const householdCards = (campaign = '') => take<{ cards: HouseholdCard[] }>(client.GET('/api/cards/households', { params: { query: campaign ? { campaign } : {} } }))
