import { beforeEach, describe, expect, it } from 'vitest'
import type { WallCard } from '@/api/board'
import { campaignOf, codeOf, namedCampaign, yearsOfSeveral, type CampaignHead } from '@/campaigns'
import { firstChoice, keepChoice } from '@/portal/campaign/lastChoice'
import { restOf } from '@/portal/today/sections'
import { shownCards } from '@/wall/pages'

const year = { id: 'y', year: 2026, yearly: true, title: '2026', prefix: 'HH26', state: 'running' } as CampaignHead
const spring = { id: 's', year: 2026, yearly: false, title: 'Spring', prefix: 'HH26C', state: 'preparing' } as CampaignHead

describe('a wish and its campaign', () => {
  it('are told by the code that its number begins with, also where one code begins like another', () => {
    expect([codeOf('HH26C-003'), codeOf('HH26-1003'), codeOf('x')]).toEqual(['HH26C', 'HH26', ''])
    expect(campaignOf('HH26-003', [spring, year])).toBe(year)
    expect(campaignOf('HH26C-003', [year, spring])).toBe(spring)
  })
  it('are named in an address by id, and by a year for that year’s own', () => {
    expect([namedCampaign('s', [year, spring]), namedCampaign('2026', [spring, year]), namedCampaign('2025', [year])]).toEqual([spring, year, undefined])
  })
})

describe('a whole year', () => {
  it('is offered where it has more than one campaign', () => {
    expect(yearsOfSeveral([{ ...year, year: 2027 }, year, spring])).toEqual([{ year: 2026, count: 2 }])
    expect(yearsOfSeveral([year])).toEqual([])
  })
})

describe('which campaign a new wish goes into', () => {
  beforeEach(() => localStorage.clear())
  it('is not asked where there is one', () => expect(firstChoice([year], 'me')).toBe('y'))
  it('is asked where there are several, and the last choice is kept for each account', () => {
    expect(firstChoice([year, spring], 'me')).toBe('')
    keepChoice('me', 's')
    expect([firstChoice([year, spring], 'me'), firstChoice([year, spring], 'other')]).toEqual(['s', ''])
  })
  it('is asked anew when the last one is closed', () => {
    keepChoice('me', 'gone')
    expect(firstChoice([year, spring], 'me')).toBe('')
  })
  it('is the one that the address names', () => {
    keepChoice('me', 's')
    expect(firstChoice([year, spring], 'me', 'y')).toBe('y')
  })
})

describe('several campaigns', () => {
  it('stand on the wall one after the other, and a card says its own', () => {
    const card = (number: string, serial: number) => ({ id: number, number, serial, item: '', public_text: '', requirements: [] }) as WallCard
    const shown = shownCards({ campaigns: [year, spring], cards: [card('HH26-002', 2), card('HH26C-001', 1)], just_claimed: [card('HH26-001', 1)] })
    expect(shown.map((each) => [each.number, each.campaign])).toEqual([['HH26-001', '2026'], ['HH26-002', '2026'], ['HH26C-001', 'Spring']])
  })
  it('narrow what is behind a line of today’s list', () => {
    expect(restOf('overdue', 's')).toEqual({ path: '/portal/claims', query: { stage: 'overdue', campaign: 's' } })
    expect(restOf('to_verify')).toEqual({ path: '/portal/verify', query: {} })
  })
})
