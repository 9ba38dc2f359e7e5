import { computed, inject, provide, reactive, ref, type InjectionKey, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/problem'
import { useAct } from './useAct'

/** What a colleague changed in a field while one was typing; asked about where both did. */
export interface Theirs {
  name: string
  text: string
  both: boolean
  answer?: 'mine' | 'theirs'
}
const MARKS: InjectionKey<Record<string, Theirs>> = Symbol('what a colleague changed')
/** For a field: the mark that stands at it. */
export const useMark = (id: string | undefined) => {
  const marks = inject(MARKS, null)
  return computed(() => (marks && id ? marks[id] : undefined))
}

type Options<Source, Draft> = {
  /** The form of a record; masked values begin empty. */
  read: (source: Source) => Draft
  /** A colleague's value in words, where it is not simply what the form would show. */
  show?: (name: keyof Draft & string, source: Source) => string
}
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/**
 * One editing of a record. What it began from stands still, whatever is fetched behind it, and goes with the change as
 * its version. Where a colleague was faster, what only they changed is taken over and marked; where both changed, the
 * person is asked; nothing is saved until they press again.
 */
export function useEditing<Source extends { version: string }, Draft extends object>({ read, show }: Options<Source, Draft>) {
  const { t } = useI18n()
  const { act, busy, problem } = useAct()
  const draft = ref(null) as Ref<Draft | null>
  let base: Draft | null = null
  const version = ref('')
  /** The record as it was last seen: what the form's hints say of masked values. */
  const source = ref(null) as Ref<Source | null>
  const marks = reactive<Record<string, Theirs>>({})
  provide(MARKS, marks)
  const unanswered = computed(() => Object.values(marks).filter((mark) => mark.both && !mark.answer))
  const dirty = computed(() => draft.value !== null && !same(draft.value, base))

  function begin(from: Source): void {
    base = read(from)
    source.value = from
    draft.value = copy(base)
    version.value = from.version
    for (const name of Object.keys(marks)) delete marks[name]
    problem.value = null
  }

  function merge(refused: Problem): void {
    const current = refused.current as Source | null
    if (!current || !base || !draft.value) return
    const theirs = read(current)
    const changed = new Set(refused.changed.map((name) => name.split('.').pop()))
    const before = base
    const after = { ...base }
    for (const name of Object.keys(theirs) as (keyof Draft & string)[]) {
      // By name alone: the record comes masked, and what was opened in full must not look changed by that.
      if (!changed.has(name)) continue
      after[name] = theirs[name]
      const byMe = !same(draft.value[name], before[name])
      if (byMe && same(draft.value[name], theirs[name])) continue
      const value = theirs[name]
      const text = show?.(name, current) ?? (Array.isArray(value) ? value.join(t('kit.join')) : String(value ?? ''))
      marks[name] = { name, text, both: byMe }
      if (!byMe) draft.value[name] = value
    }
    base = after
    source.value = current
    version.value = current.version
  }

  function answer(name: string, which: 'mine' | 'theirs'): void {
    const mark = marks[name]
    if (!mark || !draft.value || !base) return
    mark.answer = which
    if (which === 'theirs') draft.value[name as keyof Draft] = base[name as keyof Draft]
  }

  /** Sends what differs from the beginning; false while a question is open or the server refused. */
  async function save<T>(send: (changes: Partial<Draft>, version: string) => Promise<T>, options: { done?: string | ((result: T) => string); undo?: (result: T, before: Draft) => Promise<unknown> } = {}): Promise<boolean> {
    if (!draft.value || !base) return false
    if (unanswered.value.length) {
      document.getElementById(`theirs-${unanswered.value[0]!.name}`)?.focus()
      return false
    }
    const before = base
    const now = draft.value
    const changes: Partial<Draft> = {}
    for (const name of Object.keys(now) as (keyof Draft & string)[]) if (!same(now[name], before[name])) changes[name] = copy(now[name])
    const { undo, done } = options
    const result = await act(() => send(changes, version.value), { done, undo: undo && ((made: T) => undo(made, before)), form: true })
    if (problem.value?.status === 412) merge(problem.value)
    if (problem.value) return false
    // A form that stays open goes on from what has just been saved.
    if (result && typeof result === 'object' && 'version' in result) begin(result as unknown as Source)
    return true
  }

  return { act, busy, problem, draft, source, dirty, marks, unanswered, version, begin, answer, save }
}
