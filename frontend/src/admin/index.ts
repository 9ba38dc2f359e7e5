import { onSignedOut } from '@/api/client'
import type { Site } from '@/api/types'
import { mountFace } from '@/face'
import { adminRouter } from './routes'
import Shell from './Shell.vue'

export async function mount(site: Promise<Site>): Promise<void> {
  // On a community's host there is nothing to operate.
  if ((await site).kind === 'community') return location.replace('/')
  const router = adminRouter()
  onSignedOut(() => {
    if (router.currentRoute.value.meta.open) return
    location.assign(`/admin/login?ended=1&next=${encodeURIComponent(router.currentRoute.value.fullPath)}`)
  })
  await mountFace(Shell, router, ['kit', 'words', 'login', 'admin', 'calendar'])
}
