import { describe, expect, it } from 'vitest'
import { phoneText } from '@/kit/phoneText'
import { isOwn } from '@/portal/wishes/own'

const me = { id: 'a', name: '马 秀兰' }
const two = { four_eyes_off: false }

describe('who may assess', () => {
  it('is told by account where one is known', () => {
    expect(isOwn({ ...two, collector_id: 'a', collector: '别人' }, me)).toBe(true)
    expect(isOwn({ ...two, collector_id: 'b', collector: '马秀兰' }, me)).toBe(false)
  })
  it('is told by name where no account is known', () => {
    expect(isOwn({ ...two, collector_id: null, collector: '马秀兰' }, me)).toBe(true)
    expect(isOwn({ ...two, collector_id: null, collector: '' }, { id: 'a', name: '' })).toBe(false)
    expect(isOwn({ ...two, collector_id: null, collector: '马秀兰' }, null)).toBe(false)
  })
  it('is everybody while four eyes are switched off for the campaign', () => {
    expect(isOwn({ four_eyes_off: true, collector_id: 'a', collector: '马秀兰' }, me)).toBe(false)
    expect(isOwn({ four_eyes_off: false, collector_id: 'a', collector: '马秀兰' }, me)).toBe(true)
  })
})

describe('a telephone as it is said', () => {
  it('is grouped, and a landline has its zero', () => {
    expect(phoneText('+8613900120422')).toBe('139 0012 0422')
    expect(phoneText('+869728512345')).toBe('09728512345')
    expect(phoneText('139****0422')).toBe('139****0422')
  })
})
