import { client, take } from './client'

export interface WishCard { id: string; number: string; item: string; quantity: number; public_text: string; requirements: string[]; branch_name: string; qr_svg: string }
export interface HouseholdCard { id: string; code: string; name: string; address: string; numbers: string[]; qr_svg: string }

export const wishCards = (ids?: string) => take<{ cards: WishCard[] }>(client.GET('/api/cards/wishes', { params: { query: ids ? { ids } : {} } }))
export const householdCards = () => take<{ cards: HouseholdCard[] }>(client.GET('/api/cards/households'))
