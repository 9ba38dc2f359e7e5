import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useRouter } from 'vue-router'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** How long a page takes to stand there with its fields, once its script is here. */
const FOUND_MS = 300

/** N records a wish, / goes to the search box: from anywhere but a field or a dialog. */
export function useShortcuts(off: Ref<boolean>): void {
  const router = useRouter()

  function pressed(event: KeyboardEvent): void {
    if (off.value || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (document.querySelector('dialog[open], [role="menu"]')) return
    if (event.key === 'n' || event.key === 'N') {
      event.preventDefault()
      void router.push('/portal/wishes/new')
    } else if (event.key === '/') {
      const search = document.getElementById('filter-q')
      event.preventDefault()
      if (search) search.focus()
      // Where there is nothing to search, the wishes are what somebody looks for.
      else void router.push('/portal/wishes').then(() => window.setTimeout(() => document.getElementById('filter-q')?.focus(), FOUND_MS))
    }
  }
  onMounted(() => document.addEventListener('keydown', pressed))
  onBeforeUnmount(() => document.removeEventListener('keydown', pressed))
}
