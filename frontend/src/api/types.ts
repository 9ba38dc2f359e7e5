import vocabulary from './vocabulary.json'
import type { components } from './community'

/* The words that screens speak of; the shapes come from the API's description. */
export type Role = 'administrator' | 'staff' | 'branch_secretary' | 'member' | 'officer' | 'operator'
export type Kind = components['schemas']['WishAnswer']['kind']
export type Category = components['schemas']['PersonAnswer']['categories'][number]
export type WishState = components['schemas']['WishAnswer']['state']

/* Written by the server from its own vocabularies: a new category is in every list at once. */
export const KINDS = vocabulary.kind as Kind[]
export const CATEGORIES = vocabulary.category as Category[]
export const STATES = vocabulary.state as WishState[]

export type Account = components['schemas']['AccountAnswer']

export type Site = components['schemas']['SiteAnswer']

export interface Page<Row> { count: number; page: number; pages: number; results: Row[] }
