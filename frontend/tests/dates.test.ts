import { beforeEach, describe, expect, it } from 'vitest'
import { dateTime, daysBetween, longDate, shortDate } from '@/language/dates'

describe('dates', () => {
  beforeEach(() => localStorage.clear())

  it('read as 2026年11月23日', () => expect(longDate('2026-11-23')).toBe('2026年11月23日'))
  it('read as 23 November 2026 in English', () => {
    localStorage.setItem('wishbridge.language', 'en')
    expect(longDate('2026-11-23')).toBe('23 November 2026')
  })
  it('are those of the community, wherever the reader is', () => expect(longDate('2026-11-22T18:30:00Z')).toBe('2026年11月23日'))
  it('leave the year away in lists', () => expect(shortDate('2026-03-04')).toBe('3月4日'))
  it('name the hour of an event', () => expect(dateTime('2026-11-23T01:05:00Z')).toBe('2026年11月23日 09:05'))
  it.each(['abc', '2026-02-31', ''])('show %j as it was written: it is no date', (written) => expect(longDate(written)).toBe(written))
  it('count whole days to a deadline', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3)
  })
})
