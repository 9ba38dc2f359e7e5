import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { scrollBehavior } from '@/face'
import { ensureSite } from '@/site'
import Board from './Board.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** The tab that is current. */
    tab?: 'board' | 'mine' | 'branch' | 'record'
    /** For members only: whoever is not logged in is led to the login and back. */
    own?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: Board, meta: { tab: 'board' } },
  { path: '/wish/:id', component: () => import('./WishPage.vue'), meta: { tab: 'board' } },
  { path: '/mine', component: () => import('./MyClaims.vue'), meta: { tab: 'mine', own: true } },
  { path: '/mine/:id', component: () => import('./ClaimPage.vue'), meta: { tab: 'mine', own: true } },
  { path: '/deliver/:household', component: () => import('./DeliverByCard.vue'), meta: { tab: 'mine', own: true } },
  { path: '/branch', component: () => import('./BranchPage.vue'), meta: { tab: 'branch', own: true } },
  { path: '/record', component: () => import('./ServiceRecord.vue'), meta: { tab: 'record', own: true } },
  { path: '/login', component: () => import('./LoginRoute.vue') },
  { path: '/password', component: () => import('./PasswordRoute.vue') },
  { path: '/:rest(.*)*', component: () => import('./NotFound.vue') },
]

export function memberRouter() {
  const router = createRouter({ history: createWebHistory(), scrollBehavior, routes })
  router.beforeEach(async (to) => {
    const { account } = await ensureSite()
    if (account?.must_change_password && to.path !== '/password') return '/password'
    if (!account && (to.meta.own || to.path === '/password')) return { path: '/login', query: { next: to.fullPath } }
    // Staff without a place in the register have no claims: the board tells them where their work is.
    if (account && to.meta.own && !account.member_id) return '/'
    if (to.meta.tab === 'branch' && !account?.roles.includes('branch_secretary')) return '/'
    return true
  })
  return router
}
