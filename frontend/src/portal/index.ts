import './portal.css'
import { onSignedOut } from '@/api/client'
import type { Site } from '@/api/types'
import { mountFace } from '@/face'
import { hasTyped } from '@/kit/typed'
import { signsInAgain } from '@/login/again'
import { portalRouter } from './routes'
import Shell from './Shell.vue'

export async function mount(site: Promise<Site>): Promise<void> {
  const here = await site
  if (here.kind === 'platform') return location.replace('/admin')
  const router = portalRouter()
  onSignedOut(() => {
    if (router.currentRoute.value.meta.open) return
    // What somebody is typing stays before their eyes: they log in over it.
    if (hasTyped()) return void (signsInAgain.value = true)
    location.assign(`/portal/login?ended=1&next=${encodeURIComponent(router.currentRoute.value.fullPath)}`)
  })
  await mountFace(Shell, router, ['kit', 'words', 'login', 'portal', 'ladder', 'campaign', 'sheet', 'desk', 'evidence'])
}
