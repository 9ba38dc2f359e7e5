import type { RouteLocationRaw } from 'vue-router'
import type { SectionName } from '@/api/today'

const places: Record<SectionName, string> = {
  to_decide: '/portal/claims?stage=to_decide',
  extensions: '/portal/claims?stage=extensions',
  overdue: '/portal/claims?stage=overdue',
  due_soon: '/portal/claims?stage=soon',
  to_confirm: '/portal/deliveries',
  to_follow_up: '/portal/deliveries?stage=to_follow_up',
  consent_withdrawn: '/portal/wishes?consent=withdrawn',
  to_complete: '/portal/wishes?state=collected&attention=1',
  to_verify: '/portal/verify',
  to_assess: '/portal/assess',
  to_consent: '/portal/wishes?state=admitted&consent=missing',
  to_balance: '/portal/balance',
  to_open: '/portal/balance',
  kept_off: '/portal/wishes?kept_off=1',
  near_day: '/portal/wishes?needed=near',
  open_long: '/portal/wishes?state=open',
  backstopped: '/portal/wishes?state=backstopped',
}

/** Where the rest of a section is: of all campaigns, or of the one that today's list is narrowed to. */
export function restOf(name: SectionName, campaign = ''): RouteLocationRaw {
  const [path, query] = places[name].split('?') as [string, string | undefined]
  return { path, query: { ...Object.fromEntries(new URLSearchParams(query ?? '')), ...(campaign ? { campaign } : {}) } }
}
