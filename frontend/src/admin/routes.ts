import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { scrollBehavior } from '@/face'
import { ensureSite } from '@/site'
import CommunityList from './communities/CommunityList.vue'

const routes: RouteRecordRaw[] = [
  { path: '/admin', component: CommunityList, meta: { nav: 'communities' } },
  { path: '/admin/communities/new', component: () => import('./communities/NewCommunity.vue'), meta: { nav: 'communities' } },
  { path: '/admin/communities/:id', component: () => import('./communities/CommunityPage.vue'), meta: { nav: 'communities' } },
  { path: '/admin/outbox', component: () => import('./messages/Outbox.vue'), meta: { nav: 'outbox' } },
  { path: '/admin/messages', component: () => import('./messages/Ledger.vue'), meta: { nav: 'outbox' } },
  { path: '/admin/templates', component: () => import('./messages/Templates.vue'), meta: { nav: 'outbox' } },
  { path: '/admin/stops', component: () => import('./messages/Stops.vue'), meta: { nav: 'outbox' } },
  { path: '/admin/calendars', component: () => import('./calendars/YearList.vue'), meta: { nav: 'calendars' } },
  { path: '/admin/calendars/:year(\\d{4})', component: () => import('./calendars/YearPage.vue'), meta: { nav: 'calendars' } },
  { path: '/admin/health', component: () => import('./Health.vue'), meta: { nav: 'health' } },
  { path: '/admin/login', component: () => import('./LoginRoute.vue'), meta: { open: true, bare: true } },
  { path: '/admin/password', component: () => import('./PasswordRoute.vue'), meta: { bare: true } },
  { path: '/admin/none', component: () => import('./NoRole.vue'), meta: { bare: true } },
  // The address that `wishbridge up` prints.
  { path: '/outbox', redirect: '/admin/outbox' },
  { path: '/', redirect: '/admin' },
  { path: '/:rest(.*)*', component: () => import('./NotFound.vue') },
]

export function adminRouter() {
  const router = createRouter({ history: createWebHistory(), scrollBehavior, routes })
  router.beforeEach(async (to) => {
    if (to.meta.open) return true
    const { account } = await ensureSite()
    if (!account) return { path: '/admin/login', query: to.path === '/admin' ? {} : { next: to.fullPath } }
    if (account.must_change_password) return to.path === '/admin/password' ? true : '/admin/password'
    if (!account.roles.includes('operator') && account.roles.includes('officer') && to.path !== '/admin/password') {
      location.replace('/district')
      return false
    }
    if (!account.roles.includes('operator') && to.path !== '/admin/none' && to.path !== '/admin/password') return '/admin/none'
    return true
  })
  return router
}
