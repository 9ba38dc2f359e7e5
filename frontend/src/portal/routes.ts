import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { draftsAre, forgetOldDrafts } from '@/api/session'
import { scrollBehavior } from '@/face'
import { withTexts } from '@/later'
import { ensureSite } from '@/site'

declare module 'vue-router' {
  interface RouteMeta {
    /** The entry of the navigation that is current. */
    nav?: string
    /** No navigation around it. */
    bare?: boolean
    /** May be seen without a session. */
    open?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/portal', component: () => import('./today/Today.vue'), meta: { nav: 'today' } },
  { path: '/portal/wishes', component: () => import('./wishes/WishList.vue'), meta: { nav: 'wishes' } },
  { path: '/portal/wishes/new', component: () => import('./entry/QuickEntry.vue'), meta: { nav: 'wishes' } },
  { path: '/portal/wishes/:id', component: withTexts(['portal/wish', 'messages'], () => import('./wishes/WishPage.vue')), meta: { nav: 'wishes' } },
  { path: '/portal/verify', component: withTexts(['portal/wish'], () => import('./wishes/QueuePage.vue')), props: { name: 'verify' }, meta: { nav: 'verify' } },
  { path: '/portal/assess', component: withTexts(['portal/wish'], () => import('./wishes/QueuePage.vue')), props: { name: 'assess' }, meta: { nav: 'assess' } },
  { path: '/portal/balance', component: withTexts(['portal/balance'], () => import('./balance/BalancePage.vue')), meta: { nav: 'balance' } },
  { path: '/portal/claims', component: () => import('./claims/ClaimsPage.vue'), meta: { nav: 'claims' } },
  { path: '/portal/deliveries', component: () => import('./claims/DeliveriesPage.vue'), meta: { nav: 'deliveries' } },
  { path: '/portal/messages', component: withTexts(['messages'], () => import('./messages/MessagesPage.vue')), meta: { nav: 'messages' } },
  { path: '/portal/visits', component: withTexts(['messages'], () => import('./messages/VisitsPage.vue')), meta: { nav: 'messages' } },
  { path: '/portal/stops', component: withTexts(['messages'], () => import('./messages/StopsPage.vue')), meta: { nav: 'messages' } },
  { path: '/portal/people', component: withTexts(['portal/registers'], () => import('./people/PeoplePage.vue')), meta: { nav: 'people' } },
  { path: '/portal/people/:id', component: withTexts(['portal/registers', 'portal/wish'], () => import('./people/PersonPage.vue')), meta: { nav: 'people' } },
  { path: '/portal/members', component: withTexts(['portal/registers'], () => import('./members/MembersPage.vue')), meta: { nav: 'members' } },
  { path: '/portal/members/:id', component: withTexts(['portal/registers', 'portal/wish', 'portal/cards', 'messages'], () => import('./members/MemberPage.vue')), meta: { nav: 'members' } },
  { path: '/portal/branches', component: withTexts(['portal/registers'], () => import('./members/BranchesPage.vue')), meta: { nav: 'members' } },
  { path: '/portal/accounts', component: () => import('./accounts/AccountsPage.vue'), meta: { nav: 'accounts' } },
  { path: '/portal/import', component: withTexts(['portal/import'], () => import('./imports/ImportPage.vue')), meta: { nav: 'import' } },
  { path: '/portal/import/:id', component: withTexts(['portal/import'], () => import('./imports/CheckPage.vue')), meta: { nav: 'import' } },
  { path: '/portal/cards', component: withTexts(['portal/cards', 'portal/registers'], () => import('./cards/CardsPage.vue')), meta: { nav: 'cards' } },
  { path: '/portal/form', component: withTexts(['form'], () => import('./form/FormPage.vue')), meta: { nav: 'form' } },
  { path: '/portal/sheet', component: withTexts(['form'], () => import('./form/SheetPage.vue')), meta: { nav: 'form' } },
  { path: '/portal/community', component: () => import('./community/ProfilePage.vue'), meta: { nav: 'accounts' } },
  { path: '/portal/campaign', component: withTexts(['portal/campaign'], () => import('./campaign/CampaignPage.vue')), meta: { nav: 'campaign' } },
  { path: '/portal/closing', component: withTexts(['closing'], () => import('./closing/ClosingPage.vue')), meta: { nav: 'campaign' } },
  { path: '/portal/login', component: () => import('./LoginPage.vue'), meta: { bare: true, open: true } },
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
      forgetOldDrafts()
      return { path: '/portal/login', query: to.path === '/portal' ? {} : { next: to.fullPath } }
    }
    draftsAre(account.id)
    if (account.must_change_password && to.path !== '/portal/password') return '/portal/password'
    if (!account.roles.some((role) => ofStaff.has(role))) return { path: '/portal/login', query: { for: 'staff' } }
    return true
  })
  return router
}
