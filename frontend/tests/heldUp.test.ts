import { describe, expect, it } from 'vitest'
import { heldUp } from '@/portal/wishes/heldUp'

type Known = Parameters<typeof heldUp>[0]
const wish = (state: string, more: Partial<Known> = {}): Known => ({ state, consents_withdrawn: [], may_be_shown: true, kept_off: false, needed_state: '', ...more }) as Known

describe('what holds a wish up', () => {
  it('says nothing of one that goes its way', () => expect(heldUp(wish('open'))).toEqual([]))
  it('names a withdrawn consent to collecting alone, in every state that goes on', () => {
    for (const state of ['collected', 'verified', 'admitted', 'open', 'claimed', 'delivered', 'backstopped'])
      expect(heldUp(wish(state, { consents_withdrawn: ['collect', 'disclose'], may_be_shown: false, kept_off: true }))).toEqual(['still'])
    expect(heldUp(wish('fulfilled', { consents_withdrawn: ['collect'] }))).toEqual([])
  })
  it('tells an open wish that hangs on no wall from an admitted one that cannot be opened', () => {
    expect(heldUp(wish('open', { may_be_shown: false }))).toEqual(['offBoard'])
    expect(heldUp(wish('admitted', { may_be_shown: false }))).toEqual(['notShown'])
    expect(heldUp(wish('collected', { may_be_shown: false }))).toEqual([])
  })
  it('names words that tell, a day that is over, an address that is hidden', () => {
    expect(heldUp(wish('open', { kept_off: true, needed_state: 'passed' }))).toEqual(['keptOff', 'dayOver'])
    expect(heldUp(wish('claimed', { consents_withdrawn: ['disclose'] }))).toEqual(['noAddress'])
  })
})
