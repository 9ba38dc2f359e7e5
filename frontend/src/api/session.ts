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

export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key)
}
