import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { scrollBehavior } from '@/face'
import { ensureSite } from '@/site'
import RegionPage from './RegionPage.vue'

const routes: RouteRecordRaw[] = [
  { path: '/district', component: () => import('./MyRegions.vue') },
  { path: '/district/:code(\\d{2,12})', component: RegionPage },
  { path: '/district/:code(\\d{2,12})/sheet', component: () => import('./SheetPage.vue') },
  { path: '/district/login', component: () => import('./LoginRoute.vue'), meta: { open: true, bare: true } },
  { path: '/district/password', component: () => import('./PasswordRoute.vue'), meta: { bare: true } },
  { path: '/:rest(.*)*', component: () => import('./NotFound.vue') },
]

export function districtRouter() {
  const router = createRouter({ history: createWebHistory(), scrollBehavior, routes })
  router.beforeEach(async (to) => {
    if (to.meta.open) return true
    const { account } = await ensureSite()
    if (!account) return { path: '/district/login', query: to.path === '/district' ? {} : { next: to.fullPath } }
    if (account.must_change_password) return to.path === '/district/password' ? true : '/district/password'
    if (!account.roles.includes('officer') && to.path !== '/district/password') {
      // The operator without a region has a face of the own; whoever has neither is told so there.
      location.replace('/admin')
      return false
    }
    return true
  })
  return router
}
