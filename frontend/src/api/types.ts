import type { components } from './community'

/* The words that screens speak of; the shapes come from the API's description. */
export type Role = 'administrator' | 'staff' | 'branch_secretary' | 'member' | 'officer' | 'operator'
export type Kind = 'appliance' | 'food' | 'school' | 'clothing_bedding' | 'health' | 'service' | 'other'
export type Category =
  | 'disabled' | 'veteran' | 'senior' | 'lonely_elderly' | 'poor_only_child' | 'single_parent' | 'left_behind_child' | 'low_income'
export type WishState =
  | 'collected' | 'verified' | 'admitted' | 'open' | 'claimed' | 'delivered' | 'backstopped' | 'fulfilled'
  | 'declined' | 'referred' | 'withdrawn' | 'carried_over'

export const KINDS: Kind[] = ['appliance', 'food', 'school', 'clothing_bedding', 'health', 'service', 'other']
export const CATEGORIES: Category[] = [
  'disabled', 'veteran', 'senior', 'lonely_elderly', 'poor_only_child', 'single_parent', 'left_behind_child', 'low_income',
]
export const STATES: WishState[] = [
  'collected', 'verified', 'admitted', 'open', 'claimed', 'delivered', 'backstopped', 'fulfilled',
  'declined', 'referred', 'withdrawn', 'carried_over',
]

export type Account = components['schemas']['AccountAnswer']

export type Site = components['schemas']['SiteAnswer']

export interface Page<Row> { count: number; page: number; pages: number; results: Row[] }
