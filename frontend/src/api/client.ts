import createClient, { type Middleware } from 'openapi-fetch'
import { acceptLanguage } from '@/language'
import type { paths } from './paths'
import { patientFetch } from './patience'
import { Problem, problemFrom } from './problem'

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

let whenSignedOut: () => void = () => undefined
/** A face says where to go when a session has ended under the reader's hands. */
export function onSignedOut(go: () => void): void {
  whenSignedOut = go
}

const manners: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', acceptLanguage())
    // Cookies that were thrown away: the site gives a token, and what was typed is sent as if nothing had happened.
    if (unsafe.has(request.method) && !cookie('csrftoken')) await fetch('/api/site', { credentials: 'same-origin' }).catch(() => undefined)
    if (unsafe.has(request.method)) request.headers.set('X-CSRFToken', cookie('csrftoken'))
    return request
  },
  onResponse({ request, response }) {
    if (response.status === 401 && !request.url.includes('/api/session')) whenSignedOut()
    return response
  },
}

export const client = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin', fetch: patientFetch })
client.use(manners)

type Answer = { data?: unknown; error?: unknown; response: Response }

/**
 * The body of an answer, or a Problem thrown: status 0 when the server could not be reached.
 * One place for it, so that callers only ever see data or a Problem.
 */
export async function take<T>(answer: Promise<Answer>): Promise<T> {
  let got: Answer
  try {
    got = await answer
  } catch {
    throw new Problem(0, 'unreachable', '')
  }
  if (!got.response.ok) throw problemFrom(got.response, got.error)
  return got.data as T
}

/** The version that a change is made from, as the server wants it; one key for the change, so that it happens once. */
export const from = (version: string) => ({ 'If-Match': `"${version}"`, ...intention() })

/** One key for one intention: a repeated request with the same key is answered, not done again. */
export function intention(): Record<string, string> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}
