import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { listCommunities } from '@/api/platform'

/** Communities to choose from, each with its town, since villages of one name are many; the newest names of a large county are found by its slug in the address. */
export function useCommunityFilter() {
  const { t } = useI18n()
  const communities = useQuery({ queryKey: ['communities', 'names'], queryFn: () => listCommunities({ page_size: 200 }), staleTime: 300_000 })
  return computed(() => ({ name: 'community', label: t('admin.messages.community'), options: (communities.data.value?.results ?? []).map(({ slug, name, region }) => ({ value: slug, text: region.length ? `${name}${t('kit.aside', { text: region[region.length - 1] })}` : name })) }))
}
