import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { forgetDrafts } from '@/api/session'
import { scrollBehavior } from '@/face'
import { ensureSite } from '@/site'
import LoginPage from './LoginPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** The entry of the navigation that is current. */
    nav?: string
    /** No navigation around it. */
    bare?: boolean
    /** May be seen without a session. */
    open?: boolean
    /** A sticky foot stands below: messages keep clear of it. */
    foot?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/portal', component: () => import('./today/Today.vue'), meta: { nav: 'today' } },
  { path: '/portal/login', component: LoginPage, meta: { bare: true, open: true } },
  { path: '/portal/password', component: () => import('./PasswordRoute.vue'), meta: { bare: true } },
  { path: '/portal/:rest(.*)*', component: () => import('./NotFound.vue'), meta: { nav: 'missing' } },
]

const ofStaff = new Set(['administrator', 'staff'])

/** The portal is for staff: others are shown the door they want, and a first password is changed first. */
export function portalRouter() {
  const router = createRouter({ history: createWebHistory(), scrollBehavior, routes })
  router.beforeEach(async (to) => {
    if (to.meta.open) return true
    const { account } = await ensureSite()
    if (!account) {
      forgetDrafts()
      return { path: '/portal/login', query: to.path === '/portal' ? {} : { next: to.fullPath } }
    }
    if (account.must_change_password && to.path !== '/portal/password') return '/portal/password'
    if (!account.roles.some((role) => ofStaff.has(role))) return { path: '/portal/login', query: { for: 'staff' } }
    return true
  })
  return router
}
