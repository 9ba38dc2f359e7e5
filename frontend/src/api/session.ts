import { reloadSite } from '@/site'
import { client, take } from './client'
import type { Site } from './types'

/** Logs in by password or by code, and answers with the site as this person sees it. */
export async function signIn(body: { phone: string; password?: string; code?: string }): Promise<Site> {
  await take(client.POST('/api/session', { body }))
  return reloadSite()
}

export const sendCode = (phone: string) => take(client.POST('/api/session/codes', { body: { phone } }))

export async function setPassword(body: { old_password?: string; new_password: string }): Promise<Site> {
  await take(client.PUT('/api/session/password', { body }))
  return reloadSite()
}

/** Ends the session, and forgets on this computer whatever a draft kept of a resident. */
export async function signOut(): Promise<void> {
  try {
    await take(client.DELETE('/api/session'))
  } finally {
    forgetDrafts()
  }
}

export const DRAFT = 'wishbridge.draft.'
const OWNER = 'wishbridge.drafts.of'
const KEPT = 'wishbridge.drafts.at'
/** A session that ended takes no draft with it; whoever does not come back within a day leaves nothing of a resident here. */
const DRAFTS_LAST_MS = 24 * 60 * 60 * 1000

export function keepDraft(key: string, content: object): void {
  localStorage.setItem(key, JSON.stringify(content))
  localStorage.setItem(KEPT, String(Date.now()))
}
/** Who is here now: a draft is its writer's alone. */
export function draftsAre(account: string): void {
  if (localStorage.getItem(OWNER) !== account) forgetDrafts()
  else forgetOldDrafts()
  localStorage.setItem(OWNER, account)
}
export function forgetOldDrafts(): void {
  if (Date.now() - Number(localStorage.getItem(KEPT) ?? 0) > DRAFTS_LAST_MS) forgetDrafts()
}

export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key)
}
