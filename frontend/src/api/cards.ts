import { client, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']

export type WishCard = Schemas['WishCardAnswer']
export type HouseholdCard = Schemas['HouseholdCardAnswer']

export const wishCards = (ids?: string) => take<{ cards: WishCard[] }>(client.GET('/api/cards/wishes', { params: { query: ids ? { ids } : {} } }))
export const householdCards = () => take<{ cards: HouseholdCard[] }>(client.GET('/api/cards/households'))
