import { onSignedOut } from '@/api/client'
import { mountFace } from '@/face'
import { fetchAhead } from '@/loading'
import { memberRouter, next } from './routes'
import Shell from './Shell.vue'
import './member.css'

export async function mount(): Promise<void> {
  const router = memberRouter()
  onSignedOut(() => {
    if (router.currentRoute.value.path === '/login') return
    location.assign(`/login?ended=1&next=${encodeURIComponent(router.currentRoute.value.fullPath)}`)
  })
  await mountFace(Shell, router, ['kit', 'words', 'login', 'member', 'evidence'])
  fetchAhead(next)
}
