import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The filters of a list live in the URL: a bookmark, Back and a colleague's link show the same rows. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const route = useRoute()
  const router = useRouter()
  const values = computed(() =>
    Object.fromEntries(names.map((name) => [name, String(route.query[name] ?? '')])),
  ) as ComputedRef<Record<Name, string>>
  const page = computed(() => Math.max(1, Number(route.query.page ?? 1) || 1))

  /** Setting a filter begins again at the first page. */
  function set(changes: Partial<Record<Name, string>>): void {
    const query = { ...route.query, ...changes, page: undefined } as Record<string, string | undefined>
    for (const key of Object.keys(query)) if (!query[key]) delete query[key]
    void router.replace({ query })
  }
  const clear = () => set(Object.fromEntries(names.map((name) => [name, ''])) as Partial<Record<Name, string>>)
  const any = computed(() => names.some((name) => values.value[name]))
  /** What goes to the server: only what is set, and the page. */
  const query = computed(() => {
    const set = Object.fromEntries(Object.entries<string>(values.value).filter(([, value]) => value))
    return page.value > 1 ? { ...set, page: page.value } : set
  })
  return { values, page, set, clear, any, query }
}
