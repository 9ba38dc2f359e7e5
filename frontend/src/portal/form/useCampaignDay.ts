import { useQuery } from '@tanstack/vue-query'
import { computed, reactive } from 'vue'
import { listCampaigns } from '@/api/campaigns'
import { namedCampaign } from '@/campaigns'
import { useFilters } from '@/kit/useFilters'
import { useSite } from '@/site'

/** The campaign and the day that form and sheet are about: both in the URL, by default the one that runs and today. */
export function useCampaignDay() {
  const site = useSite()
  const { values, set, page } = useFilters(['campaign', 'year', 'as_of', 'behind'])
  const campaigns = reactive(useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns }))
  const campaign = computed(() => {
    const all = campaigns.data ?? []
    return namedCampaign(values.value.campaign || values.value.year, all) ?? all.find((each) => each.id === site.value.campaign?.id) ?? all[0]
  })
  const asOf = computed(() => (values.value.as_of === site.value.today ? '' : values.value.as_of))
  /** The same campaign and day on another page. */
  const kept = computed(() => ({ ...((values.value.campaign || values.value.year) && campaign.value && { campaign: campaign.value.id }), ...(asOf.value && { as_of: asOf.value }) }))
  return { site, values, set, page, campaigns, campaign, asOf, kept }
}
