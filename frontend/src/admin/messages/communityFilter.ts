import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { listCommunities } from '@/api/platform'

const MOST_PAGES = 20
/** All of them: a county has some three hundred. */
async function everyCommunity() {
  const first = await listCommunities({ page_size: 200 })
  const found = [...first.results]
  for (let page = 2; page <= Math.min(first.pages, MOST_PAGES); page += 1) found.push(...(await listCommunities({ page_size: 200, page })).results)
  return found
}

/** Communities to choose from, each with its town, since villages of one name are many. */
export function useCommunityFilter() {
  const { t } = useI18n()
  const communities = useQuery({ queryKey: ['communities', 'names'], queryFn: everyCommunity, staleTime: 300_000 })
  return computed(() => ({ name: 'community', label: t('admin.messages.community'), options: (communities.data.value ?? []).map(({ slug, name, region }) => ({ value: slug, text: region.length ? `${name}${t('kit.aside', { text: region[region.length - 1] })}` : name })) }))
}
