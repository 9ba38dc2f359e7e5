import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, h, type Component } from 'vue'
import type { Router } from 'vue-router'
import { asProblem } from './api/problem'
import { createLanguage } from './language'
import LineNotice from './kit/LineNotice.vue'
import { guardPages, isLoadFailure } from './loading'

/** Mounts one face: its shell, its routes, its language files, and the way every face asks the server. */
export async function mountFace(shell: Component, router: Router, files: string[]): Promise<void> {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal is an answer; only what did not reach the server is asked again.
        retry: (times, error) => times < 2 && asProblem(error).status === 0,
        refetchOnWindowFocus: true,
      },
    },
  })
  guardPages(router)
  const app = createApp({ name: 'FaceRoot', render: () => [h(shell), h(LineNotice)] })
  app.use(await createLanguage(files))
  app.use(VueQueryPlugin, { queryClient: queries })
  app.use(router)
  // A first page that does not come leaves the face standing: it says so, and its other pages may be there.
  await router.isReady().catch((error: unknown) => {
    if (!isLoadFailure(error)) throw error
  })
  app.mount('#app')
}

/** How long Back waits for a page to be as tall again as it was; longer than that, and it begins where it can. */
const PATIENCE_MS = 3000

/** Resolves as soon as the page reaches down to where it was left: its rows may still be on their way. */
export function tallAgain(top: number): Promise<void> {
  const started = Date.now()
  return new Promise((resolve) => {
    const look = () => {
      const root = document.documentElement
      if (root.scrollHeight - root.clientHeight >= top || Date.now() - started > PATIENCE_MS) resolve()
      else window.setTimeout(look, 50)
    }
    window.setTimeout(look, 50)
  })
}

type Place = { path: string; query?: Record<string, unknown> }

/** Back restores where one was; a new page begins at its top, and so does the next page of a list. */
export const scrollBehavior = (to: Place & { hash: string }, from: Place, saved: { left: number; top: number } | null) => {
  if (saved) return tallAgain(saved.top).then(() => saved)
  if (to.hash) return { el: to.hash }
  return to.path === from.path && to.query?.page === from.query?.page ? false : { left: 0, top: 0 }
}
