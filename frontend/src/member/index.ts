import { createRouter, createWebHistory } from 'vue-router'
import { mountFace, scrollBehavior } from '@/face'
import type { Site } from '@/api/types'
import Shell from './Shell.vue'

export async function mount(site: Promise<Site>): Promise<void> {
  await site
  const router = createRouter({ history: createWebHistory(), scrollBehavior, routes: [{ path: '/', component: () => import('./Board.vue') }] })
  await mountFace(Shell, router, ['kit', 'words', 'login', 'member'])
}
