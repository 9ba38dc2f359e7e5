import { useQuery } from '@tanstack/vue-query'
import { computed, reactive } from 'vue'
import { listCampaigns } from '@/api/campaigns'
import { useFilters } from '@/kit/useFilters'
import { useSite } from '@/site'

/** The campaign and the day that form and sheet are about: both in the URL, by default the current year and today. */
export function useCampaignDay() {
  const site = useSite()
  const { values, set, page } = useFilters(['year', 'as_of', 'behind'])
  const campaigns = reactive(useQuery({ queryKey: ['campaigns'], queryFn: listCampaigns }))
  const campaign = computed(() => {
    const all = campaigns.data ?? []
    const year = values.value.year || String(site.value.campaign?.year ?? '')
    return all.find((each) => String(each.year) === year) ?? all[0]
  })
  const asOf = computed(() => (values.value.as_of === site.value.today ? '' : values.value.as_of))
  /** The same year and day on another page. */
  const kept = computed(() => ({ ...(values.value.year && { year: values.value.year }), ...(asOf.value && { as_of: asOf.value }) }))
  return { site, values, set, page, campaigns, campaign, asOf, kept }
}
