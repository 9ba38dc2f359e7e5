import { useQuery } from '@tanstack/vue-query'
import { computed, reactive } from 'vue'
import { listCampaigns } from '@/api/campaigns'
import { namedCampaign, yearsOfSeveral } from '@/campaigns'
import { useFilters } from '@/kit/useFilters'
import { useSite } from '@/site'

/**
 * What form and sheet are about, and the day: both in the URL, by default the campaign that runs and today. `whole` is a
 * year whose campaigns are meant together, where it has more than one.
 */
export function useCampaignDay() {
  const site = useSite()
  const { values, set, page } = useFilters(['campaign', 'year', 'whole', 'as_of', 'behind'])
  const campaigns = reactive(useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns }))
  const campaign = computed(() => {
    const all = campaigns.data ?? []
    return namedCampaign(values.value.campaign || values.value.year, all) ?? all.find((each) => each.id === site.value.campaign?.id) ?? all[0]
  })
  const whole = computed(() => yearsOfSeveral(campaigns.data ?? []).find(({ year }) => String(year) === values.value.whole))
  /** The campaign's id, or the year for all of its campaigns; undefined before the first campaign. */
  const of = computed(() => (whole.value ? String(whole.value.year) : campaign.value?.id))
  const asOf = computed(() => (values.value.as_of === site.value.today ? '' : values.value.as_of))
  /** The same campaign, or year, and day on another page. */
  const kept = computed<Record<string, string>>(() => ({ ...(whole.value ? { whole: String(whole.value.year) } : (values.value.campaign || values.value.year) && campaign.value && { campaign: campaign.value.id }), ...(asOf.value && { as_of: asOf.value }) }))
  return { site, values, set, page, campaigns, campaign, whole, of, asOf, kept }
}
