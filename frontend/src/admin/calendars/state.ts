import type { CalendarYear } from '@/api/calendars'

/** Whether a year is known, and from whom. */
export const stateOf = (year: CalendarYear) => (year.provisional ? 'provisional' : year.origin)
