import { client, take } from './client'
import type { components } from './hub'

type Schemas = components['schemas']
export type District = Schemas['DistrictAnswer']
export type Child = Schemas['ChildAnswer']
export type Counts = Schemas['Counts']
export type Stage = Schemas['Stuck']['stage']
export type TrendDay = Schemas['TrendDay']
export type Sheet = Schemas['SheetAnswer']
export type CategoryCell = Schemas['CategoryCell']
export type RegionMine = Schemas['RegionMine']

export type Query = Record<string, string | number>

export const STAGES: Stage[] = ['overdue', 'late_open', 'late_collected', 'late_verified', 'late_admitted', 'late_delivered', 'late_backstopped', 'late_follow_up', 'late_request']
export const CAMPAIGN_STATES = ['none', 'preparing', 'running', 'closed'] as const

export const myRegions = () => take<RegionMine[]>(client.GET('/api/district/regions'))
export const getDistrict = (query: Query) => take<District>(client.GET('/api/district', { params: { query } }))
export const getTrend = (query: Query) => take<TrendDay[]>(client.GET('/api/district/trend', { params: { query } }))
export const getSheet = (query: Query) => take<Sheet>(client.GET('/api/district/sheet', { params: { query } }))
export const exportAddress = (query: Query) =>
  `/api/district/export?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`
