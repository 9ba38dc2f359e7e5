import { describe, expect, it } from 'vitest'
import type { MyClaim } from '@/api/mine'
import { serviceOf, toDeliver, waiting } from '@/member/myClaims'

const claim = (changes: object): MyClaim => ({ id: 'c', wish: { state: 'claimed' }, ended_at: null, end: '', first_deadline: '2026-10-30', delivery: null, ...changes }) as MyClaim
const fulfilled = (on: string) => claim({ ended_at: `${on}T10:00:00+08:00`, end: 'fulfilled', wish: { state: 'fulfilled' }, delivery: { delivered_on: on } })

describe('my claims', () => {
  it('are to deliver until they are brought, and wait for the word of staff then', () => {
    const claims = [claim({ id: 'a' }), claim({ id: 'b', wish: { state: 'delivered' } }), fulfilled('2026-10-20')]
    expect(toDeliver(claims).map((each) => each.id)).toEqual(['a'])
    expect(waiting(claims).map((each) => each.id)).toEqual(['b'])
  })
})

describe('the service record', () => {
  it('counts as on time what was brought by the first deadline, whenever staff confirmed it', () => {
    const late = { ...fulfilled('2026-10-31'), ended_at: '2026-11-20T10:00:00+08:00' }
    const service = serviceOf([fulfilled('2026-10-30'), late])
    expect([service.fulfilled.length, service.onTime]).toEqual([2, 1])
  })
  it('is told by years, the newest first', () => {
    expect(serviceOf([fulfilled('2025-06-01'), fulfilled('2026-06-01')]).years.map((each) => each.year)).toEqual(['2026', '2025'])
  })
  it('keeps apart what was handed back', () => {
    const service = serviceOf([claim({ ended_at: '2026-10-01T10:00:00+08:00', end: 'handed_back' })])
    expect([service.fulfilled.length, service.others.length]).toEqual([0, 1])
  })
})
