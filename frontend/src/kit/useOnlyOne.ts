import { ref, watch } from 'vue'
import { useRouter } from 'vue-router'

interface Answer { data: { results: { id: string }[] } | undefined; isFetching: boolean; isPlaceholderData: boolean }

/** Enter in a list's search opens what was found, once the answer is here and if it is one row alone. */
export function useOnlyOne(query: Answer, path: (id: string) => string): () => void {
  const router = useRouter()
  const wanted = ref(false)
  watch(
    () => [wanted.value, query.isFetching, query.isPlaceholderData] as const,
    ([asked, fetching, old]) => {
      if (!asked || fetching || old) return
      wanted.value = false
      const found = query.data?.results ?? []
      if (found.length === 1) void router.push(path(found[0]!.id))
    },
    { flush: 'post' },
  )
  return () => void (wanted.value = true)
}
