/* The shapes that screens speak of. */
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

export interface Account {
  id: string
  name: string
  roles: Role[]
  member_id: string | null
  branch_id: string | null
  must_change_password: boolean
  /** False for somebody who has used codes only. */
  has_password: boolean
}

export interface CampaignHead { id: string; year: number; title: string; state: string; prefix: string }

export interface Site {
  kind: 'community' | 'platform'
  name: string
  slug: string
  region: string[]
  campaign: CampaignHead | null
  demo: boolean
  today: string
  sms_gateway: string
  account: Account | null
}

export interface Page<Row> { count: number; page: number; pages: number; results: Row[] }
export interface Named { id: string; name: string }
