import { onBeforeUnmount, watch, type Ref } from 'vue'
import { DRAFT, keepDraft } from '@/api/session'

/**
 * Keeps what is being typed on this computer, two seconds after the last key at the latest, so that a reload loses
 * nothing. It may hold a resident's data: saving, discarding and logging out delete it.
 */
export function useDraft<Content extends object>(name: string, content: Ref<Content>, isEmpty: (content: Content) => boolean) {
  const key = DRAFT + name
  let clock = 0

  function read(): Content | null {
    try {
      const kept = localStorage.getItem(key)
      return kept ? (JSON.parse(kept) as Content) : null
    } catch {
      return null
    }
  }
  function write(): void {
    window.clearTimeout(clock)
    clock = 0
    if (isEmpty(content.value)) localStorage.removeItem(key)
    else keepDraft(key, content.value)
  }
  function forget(): void {
    window.clearTimeout(clock)
    clock = 0
    localStorage.removeItem(key)
  }
  watch(
    content,
    () => {
      if (!clock) clock = window.setTimeout(write, 2000)
    },
    { deep: true },
  )
  onBeforeUnmount(() => {
    if (clock) write()
  })
  return { read, forget }
}
