import { useQuery } from '@tanstack/vue-query'
import { myClaims, myNotices, type MyClaim } from '@/api/mine'
import { useSite } from '@/site'

export const MINE = ['mine']

/** One's own claims, for whoever stands in the register. */
export function useMyClaims() {
  const site = useSite()
  return useQuery({ queryKey: MINE, queryFn: myClaims, enabled: () => Boolean(site.value.account?.member_id) })
}

export const NOTICES = ['notices']
/** What others did to one's claims; asked again when the page comes back into sight. */
export function useMyNotices() {
  const site = useSite()
  return useQuery({ queryKey: NOTICES, queryFn: myNotices, enabled: () => Boolean(site.value.account?.member_id) })
}

/** Claimed and not brought yet: what one has to do. */
export const toDeliver = (claims: MyClaim[]) => claims.filter((claim) => !claim.ended_at && claim.wish.state === 'claimed')
/** Brought, and waiting for the word of the community's staff. */
export const waiting = (claims: MyClaim[]) => claims.filter((claim) => !claim.ended_at && claim.wish.state !== 'claimed')

export interface Service {
  fulfilled: MyClaim[]
  /** Brought by the first deadline: a late confirmation by staff is not the claimer's. */
  onTime: number
  /** Handed back, recalled, withdrawn. */
  others: MyClaim[]
  years: { year: string; claims: MyClaim[] }[]
}

/** What a member has done: from the claims that have ended, the newest first. */
export function serviceOf(claims: MyClaim[]): Service {
  const fulfilled = claims.filter((claim) => claim.end === 'fulfilled')
  const years: Service['years'] = []
  for (const claim of fulfilled) {
    const year = (claim.delivery?.delivered_on ?? claim.ended_at ?? '').slice(0, 4)
    const known = years.find((each) => each.year === year)
    if (known) known.claims.push(claim)
    else years.push({ year, claims: [claim] })
  }
  years.sort((one, two) => two.year.localeCompare(one.year))
  return {
    fulfilled,
    onTime: fulfilled.filter((claim) => claim.delivery && claim.delivery.delivered_on <= claim.first_deadline).length,
    others: claims.filter((claim) => claim.ended_at && claim.end !== 'fulfilled'),
    years,
  }
}
