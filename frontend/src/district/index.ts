import { onSignedOut } from '@/api/client'
import type { Site } from '@/api/types'
import { mountFace } from '@/face'
import { districtRouter } from './routes'
import './district.css'
import Shell from './Shell.vue'

export async function mount(site: Promise<Site>): Promise<void> {
  // On a community's host there are no figures of a region.
  if ((await site).kind === 'community') return location.replace('/')
  const router = districtRouter()
  onSignedOut(() => {
    if (router.currentRoute.value.meta.open) return
    location.assign(`/district/login?ended=1&next=${encodeURIComponent(router.currentRoute.value.fullPath)}`)
  })
  await mountFace(Shell, router, ['kit', 'words', 'login', 'sheet', 'district'])
}
