import './portal.css'
import { onSignedOut } from '@/api/client'
import type { Site } from '@/api/types'
import { mountFace } from '@/face'
import { portalRouter } from './routes'
import Shell from './Shell.vue'

export async function mount(site: Promise<Site>): Promise<void> {
  const here = await site
  if (here.kind === 'platform') return location.replace('/admin')
  const router = portalRouter()
  onSignedOut(() => {
    if (router.currentRoute.value.meta.open) return
    location.assign(`/portal/login?ended=1&next=${encodeURIComponent(router.currentRoute.value.fullPath)}`)
  })
  await mountFace(Shell, router, ['kit', 'words', 'login', 'portal', 'messages', 'ladder', 'closing', 'campaign', 'form', 'sheet', 'desk', 'evidence'])
}
