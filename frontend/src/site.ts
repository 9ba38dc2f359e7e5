import { shallowRef } from 'vue'
import { client, take } from './api/client'
import type { Site } from './api/types'

const state = shallowRef<Site | null>(null)
let pending: Promise<Site> | null = null

/** Where we are and who is here: asked once a page load, and again after logging in or out. */
export function ensureSite(): Promise<Site> {
  pending ??= reloadSite()
  return pending
}

export async function reloadSite(): Promise<Site> {
  const answer = await take<Site>(client.GET('/api/site'))
  state.value = answer
  pending = Promise.resolve(answer)
  return answer
}

/** The site of a mounted face; before the face is mounted there is none, which is a mistake of ours. */
export function useSite() {
  return {
    get value(): Site {
      if (!state.value) throw new Error('useSite() before ensureSite() has answered')
      return state.value
    },
  }
}
