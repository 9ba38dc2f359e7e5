import { computed } from 'vue'
import type { Site } from './api/types'
import { useSite } from './site'

export type CampaignHead = Site['campaigns'][number]

/** What the number of a wish begins with: the code of its campaign, unique in the community for ever. */
export const codeOf = (number: string) => number.slice(0, Math.max(number.lastIndexOf('-'), 0))
export const campaignOf = <Each extends { prefix: string }>(number: string, all: readonly Each[]) => all.find((each) => each.prefix === codeOf(number))
/** The campaign that an address names: its id, or a year for that year's own. */
export const namedCampaign = <Each extends { id: string; year: number; yearly: boolean }>(named: string, all: readonly Each[]) =>
  all.find((each) => each.id === named) ?? all.find((each) => each.yearly && String(each.year) === named)

/** The years that have more than one campaign: their figures are the sum of these. */
export function yearsOfSeveral(all: readonly { year: number }[]): { year: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const { year } of all) counts.set(year, (counts.get(year) ?? 0) + 1)
  return Array.from(counts, ([year, count]) => ({ year, count })).filter(({ count }) => count > 1)
}

/** The campaigns that go on here: for the office all that are not closed, for everybody else those that run. */
export function useCampaigns() {
  const site = useSite()
  const goingOn = computed(() => site.value.campaigns)
  /** What members and the hall see: nothing of one that prepares, whoever looks. */
  const running = computed(() => goingOn.value.filter((each) => each.state === 'running'))
  return { goingOn, running, several: computed(() => goingOn.value.length > 1), severalRun: computed(() => running.value.length > 1) }
}
