import type { LocationQuery, RouteLocationRaw } from 'vue-router'
import type { Query } from '@/api/district'
import { currentLocale } from '@/language'

/** The period travels down and up with the reader; filters and order belong to one table. */
const PERIOD = ['year', 'since', 'until'] as const
export const FILTERS = ['state', 'stage', 'q', 'sort', 'level'] as const
/** A row is a card on a telephone: forty of them are a long way down. */
const ROWS = 20
const COUNTY = 6
const TOWN = 9
export const COMMUNITY = 12

const chosen = (query: LocationQuery, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.filter((name) => query[name]).map((name) => [name, String(query[name])]))

export const period = (query: LocationQuery) => chosen(query, PERIOD)

/** Whether the table lists communities: the parts of a town are communities; of a county they are what an officer wants first. */
export const isFlat = (code: string, query: LocationQuery): boolean =>
  code.length >= TOWN || (query.level ? query.level === 'communities' : code.length >= COUNTY)

/** A region that has both: parts of the next level, and communities below these. */
export const hasParts = (code: string): boolean => code.length < TOWN

export function exportQuery(code: string, query: LocationQuery): Query {
  return Object.fromEntries(Object.entries(rowsQuery(code, query)).filter(([name]) => !name.startsWith('page')))
}

export function rowsQuery(code: string, query: LocationQuery): Query {
  const rest = chosen(query, ['state', 'stage', 'q', 'sort', 'page'])
  return { region: code, page_size: ROWS, ...period(query), ...rest, ...(isFlat(code, query) ? { level: 'communities' } : {}) }
}

export const regionAddress = (code: string, query: LocationQuery = {}): RouteLocationRaw => ({ path: `/district/${code}`, query: period(query) })
export const sheetAddress = (code: string, query: LocationQuery = {}, rate?: string): RouteLocationRaw => ({
  path: `/district/${code}/sheet`,
  query: { ...period(query), ...(rate ? { rate } : {}) },
})

const numbers = new Intl.NumberFormat(currentLocale() === 'en' ? 'en-GB' : 'zh-CN')
export const whole = (number: number): string => numbers.format(number)
export const percent = (part: number, of: number): string => (of ? `${((100 * part) / of).toFixed(1)}%` : '—')
/** +12, −3, ±0: a sign is always there, so that a change is not read as a count. */
export const change = (number: number): string => (number > 0 ? `+${whole(number)}` : number < 0 ? `−${whole(-number)}` : '±0')
