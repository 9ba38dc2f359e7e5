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

const pages = {
  wish: () => import('./WishPage.vue'),
  mine: () => import('./MyClaims.vue'),
  claim: () => import('./ClaimPage.vue'),
  branch: () => import('./BranchPage.vue'),
  record: () => import('./ServiceRecord.vue'),
}
/** What the tabs and the board's cards lead to: fetched ahead, so that they open also where the line is gone by then. */
export const next = Object.values(pages)

const routes: RouteRecordRaw[] = [
  { path: '/', component: Board, meta: { tab: 'board' } },
  { path: '/wish/:id', component: pages.wish, meta: { tab: 'board' } },
  { path: '/mine', component: pages.mine, meta: { tab: 'mine', own: true } },
  { path: '/mine/:id', component: pages.claim, meta: { tab: 'mine', own: true } },
  { path: '/deliver/:household', component: () => import('./DeliverByCard.vue'), meta: { tab: 'mine', own: true } },
  { path: '/branch', component: pages.branch, meta: { tab: 'branch', own: true } },
  { path: '/record', component: pages.record, meta: { tab: 'record', own: true } },
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
