import { useQueryClient } from '@tanstack/vue-query'
import { nextTick, reactive, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Card } from '@/api/board'
import { intention } from '@/api/client'
import { claimForMyself, myClaims, undoMyClaim, type MyClaim } from '@/api/mine'
import { asProblem, type Problem } from '@/api/problem'
import { problemText } from '@/kit/problemText'
import { say } from '@/kit/toasts'
import { shortDate } from '@/language/dates'
import { useSite } from '@/site'
import { MINE } from './myClaims'

export type Outcome = { state: 'sending' | 'lost' } | { state: 'mine'; claim: MyClaim }
export type Claimable = Pick<Card, 'id' | 'number' | 'item'>
export type Refused = { card: Claimable; why: 'lost' | 'limit'; text: string }

/** What became of the wishes that were tapped on this page: shown at once, and taken back if the race was lost. */
const outcomes = reactive<Record<string, Outcome>>({})
const refused = ref<Refused | null>(null)
/** One key for each wish until the server has answered: a tap after a broken line must not lose to oneself. */
const keys = new Map<string, Record<string, string>>()

/** The button goes away under the finger: the keyboard's place moves to the wish's name, or to the page's. */
async function keepFocus(id: string): Promise<void> {
  await nextTick()
  if (document.activeElement && document.activeElement !== document.body) return
  const name = document.querySelector<HTMLElement>(`.wish-item a[href='/wish/${id}']`) ?? document.querySelector<HTMLElement>('h1')
  name?.focus({ preventScroll: true })
}

const LOST = new Set(['already_claimed', 'not_open'])

export function useClaiming() {
  const queries = useQueryClient()
  const router = useRouter()
  const site = useSite()
  const { t } = useI18n()

  function won(card: Claimable, claim: MyClaim): void {
    outcomes[card.id] = { state: 'mine', claim }
    refused.value = null
    queries.setQueryData<MyClaim[]>(MINE, (known) => [claim, ...(known ?? []).filter((each) => each.id !== claim.id)])
    void queries.invalidateQueries({ queryKey: MINE })
    void queries.invalidateQueries({ queryKey: ['board-count'] })
    void say(t('member.claimed', { number: card.number, date: shortDate(claim.deadline) }), { undo: () => giveBack(card) })
  }

  async function giveBack(card: Claimable): Promise<void> {
    await undoMyClaim(card.id)
    delete outcomes[card.id]
    await queries.invalidateQueries()
  }

  async function lost(card: Claimable, problem: Problem): Promise<void> {
    // Perhaps it is one's own already: claimed on another telephone, or by the tap before a broken line.
    const mine = (await myClaims().catch(() => [])).find((claim) => claim.wish.id === card.id && !claim.ended_at)
    if (mine) return won(card, mine)
    outcomes[card.id] = { state: 'lost' }
    refused.value = { card, why: 'lost', text: problemText(problem, t) }
    void queries.invalidateQueries({ queryKey: ['board-count'] })
  }

  async function claim(card: Claimable): Promise<void> {
    if (!site.value.account) {
      await router.push({ path: '/login', query: { next: `/wish/${card.id}` } })
      return
    }
    if (outcomes[card.id]) return
    outcomes[card.id] = { state: 'sending' }
    void keepFocus(card.id)
    const key = keys.get(card.id) ?? intention()
    keys.set(card.id, key)
    try {
      const made = await claimForMyself(card.id, key)
      keys.delete(card.id)
      won(card, made)
    } catch (error) {
      const problem = asProblem(error)
      delete outcomes[card.id]
      if (problem.status !== 0 && problem.status < 500) keys.delete(card.id)
      if (LOST.has(problem.code)) return lost(card, problem)
      if (problem.code === 'limit_reached') refused.value = { card, why: 'limit', text: problemText(problem, t) }
      else void say(problemText(problem, t), { bad: true })
    }
  }

  return { outcomes, refused, claim, forget: (id: string) => delete outcomes[id] }
}
