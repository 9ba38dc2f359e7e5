import type { Site } from '@/api/types'
import { mountFace, scrollBehavior } from '@/face'
import { createRouter, createWebHistory } from 'vue-router'
import Wall from './Wall.vue'
import Shell from './Shell.vue'

export async function mount(site: Promise<Site>): Promise<void> {
  // The platform has no wishes of its own.
  if ((await site).kind === 'platform') return location.replace('/admin')
  document.documentElement.classList.add('on-the-wall')
  const routes = [{ path: '/wall', component: Wall }, { path: '/:rest(.*)*', redirect: '/wall' }]
  await mountFace(Shell, createRouter({ history: createWebHistory(), scrollBehavior, routes }), ['kit', 'wall'])
}
