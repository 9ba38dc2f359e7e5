import type { WishRow } from '@/api/wishes'

/** What keeps a wish from going on, or from being seen, though its state says nothing of it. */
export type Held = 'still' | 'notShown' | 'offBoard' | 'keptOff' | 'dayOver' | 'noAddress'
type Known = Pick<WishRow, 'state' | 'consents_withdrawn' | 'may_be_shown' | 'kept_off' | 'needed_state'>

const GOES_ON = new Set(['collected', 'verified', 'admitted', 'open', 'claimed', 'delivered', 'backstopped'])

export function heldUp(wish: Known): Held[] {
  if (!GOES_ON.has(wish.state)) return []
  // Whoever withdrew the consent to collecting is asked for nothing else.
  if (wish.consents_withdrawn.includes('collect')) return ['still']
  const held: Held[] = []
  if (!wish.may_be_shown && wish.state === 'admitted') held.push('notShown')
  if (!wish.may_be_shown && wish.state === 'open') held.push('offBoard')
  if (wish.kept_off && wish.state === 'open') held.push('keptOff')
  if (wish.needed_state === 'passed' && (wish.state === 'admitted' || wish.state === 'open')) held.push('dayOver')
  if (wish.consents_withdrawn.includes('disclose') && wish.state === 'claimed') held.push('noAddress')
  return held
}
