import { useQueryClient } from '@tanstack/vue-query'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { asProblem, type Problem } from '@/api/problem'
import { backTo, type Standing } from './focusing'
import { byKey, hold, placeOfAct, pressedThing, standingOfAct } from './holding'
import { problemText } from './problemText'
import { say, withdrawUndo } from './toasts'
import { sent } from './typed'

type Options<T> = {
  /** What to say when it is done; without it nothing is said. */
  done?: string | ((result: T) => string)
  /** Takes it back; offered for ten seconds. */
  undo?: (result: T) => Promise<unknown>
  /** Takes the answer over into what is shown, where fetching everything again would be too much. */
  settle?: (result: T) => void
  /** The act takes its row out of the list: the row stays in its place until the pointer leaves, or the undo has gone. */
  holds?: boolean
  /** A form shows the problem itself (ErrorSummary); else it is said as a message. */
  form?: boolean
}

function networkIsBack(): Promise<void> {
  if (navigator.onLine) return Promise.resolve()
  return new Promise((resolve) => window.addEventListener('online', () => resolve(), { once: true }))
}

/**
 * One act of a person: sends it (waiting for the network and saying so), refreshes what is shown, says what happened
 * and offers undo. A refusal because somebody else was faster (409, 412) also refreshes.
 */
export function useAct() {
  const queries = useQueryClient()
  const { t } = useI18n()
  /** What the server read otherwise than it was typed (100-150 → 150): whoever typed it should know. */
  const readAs = (result: unknown) => {
    const { notes } = (result ?? {}) as { notes?: { text: string }[] }
    return Array.isArray(notes) && notes.length && notes[0]?.text !== undefined ? t('kit.readAs', { notes: notes.map((note) => note.text).join(t('kit.listSign')) }) : ''
  }
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  let running: Promise<unknown> = Promise.resolve()
  let from: Element | null = null

  /**
   * The same button pressed again while its act is on its way is one press. Another one's act (the next row of a list)
   * waits for its turn: none is lost.
   */
  async function act<T>(send: () => Promise<T>, options: Options<T> = {}): Promise<T | undefined> {
    const thing = pressedThing()
    const place = options.holds ? placeOfAct() : null
    const stood = standingOfAct()
    const form = document.activeElement?.closest('form, dialog') ?? null
    while (busy.value) {
      if (!thing || thing === from) return undefined
      await running
    }
    from = thing
    const done = perform(send, options, place, stood, form)
    running = done
    return done
  }

  async function perform<T>(send: () => Promise<T>, options: Options<T>, place: ReturnType<typeof placeOfAct>, stood: Standing, form: Element | null): Promise<T | undefined> {
    busy.value = true
    problem.value = null
    try {
      if (!navigator.onLine) void say(t('kit.waiting'))
      await networkIsBack()
      const result = await send()
      sent(form)
      const { undo, done } = options
      // What was offered before is void where this act went on from it; what this one offers takes its place anyway.
      withdrawUndo()
      if (options.settle) options.settle(result)
      else if (!place) await queries.invalidateQueries()
      const told = [typeof done === 'function' ? done(result) : done, readAs(result)].filter(Boolean).join(' ')
      let undoing: Promise<unknown> = Promise.resolve()
      const takeBack = async (undoIt: NonNullable<typeof undo>) => {
        await undoIt(result)
        await queries.invalidateQueries()
      }
      const gone = told
        ? say(told, {
            undo: undo && (() => (undoing = takeBack(undo))),
            back: () => backTo(stood, byKey()),
          })
        : Promise.resolve()
      // A row whose act is being taken back stays until it has its buttons again.
      if (place) void hold(place, t('kit.held'), gone.then(() => undoing).catch(() => undefined)).then(() => queries.invalidateQueries())
      return result
    } catch (error) {
      const refused = asProblem(error)
      if (refused.status === 409 || refused.status === 412) void queries.invalidateQueries()
      problem.value = refused
      if (!options.form) void say(problemText(refused, t), { bad: true })
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { act, busy, problem }
}
