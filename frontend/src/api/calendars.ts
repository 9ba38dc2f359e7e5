import { client, from, take } from './client'
import type { components } from './hub'

type Schemas = components['schemas']

export type CalendarYear = Schemas['CalendarYear']
export type Arrangement = Pick<CalendarYear, 'holidays' | 'make_up_days' | 'notice'>
const of = (year: number) => ({ path: { year } })

export const listYears = () => take<CalendarYear[]>(client.GET('/api/calendars'))
export const getYear = (year: number) => take<CalendarYear>(client.GET('/api/calendars/{year}', { params: of(year) }))
export const arrangeYear = (year: number, version: string, body: Arrangement) => take<CalendarYear>(client.PUT('/api/calendars/{year}', { params: { ...of(year), header: from(version) }, body }))
export const followLibrary = (year: number) => take<CalendarYear>(client.DELETE('/api/calendars/{year}', { params: of(year) }))
