import { useQueryClient } from '@tanstack/vue-query'
import { reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { mendRow, withMended, type Batch, type ImportRow, type MendedRow } from '@/api/imports'
import { problemText } from '@/kit/problemText'
import { say } from '@/kit/toasts'
import { useAct } from '@/kit/useAct'

/** A cell that waits for a word: a colleague changed its row while it was being typed in. */
export interface Waiting {
  field: string
  /** What the colleague wrote, by field; the cell's own among them where both changed it. */
  theirs: { field: string; text: string }[]
  both: boolean
}

/**
 * The cells of a check page. What is typed in one and not yet answered is taken away by no answer to another; what a
 * colleague changed in the same row meanwhile is taken over and told, and nothing of one's own is sent until it is pressed.
 */
export function useCells(batch: () => Batch, place: (row: ImportRow) => string, mended: (serial: number) => void) {
  const { t } = useI18n()
  const { act, problem } = useAct()
  const queries = useQueryClient()
  const typed = reactive(new Map<string, string>())
  const waiting = reactive(new Map<number, Waiting>())
  const at = (row: { serial: number }, field: string) => `${row.serial} ${field}`
  let sending: Promise<unknown> = Promise.resolve()
  /** The row as the last answer left it: what is on the screen may be drawn a moment later. */
  const now = (row: ImportRow) => queries.getQueryData<Batch>(['import', batch().id])?.rows.find(({ serial }) => serial === row.serial) ?? row

  function settle(answer: MendedRow): void {
    queries.setQueryData<Batch>(['import', batch().id], (before) => before && withMended(before, answer))
  }
  async function send(row: ImportRow, changes: Record<string, string>, back: Record<string, string>): Promise<boolean> {
    const { id } = batch()
    mended(row.serial)
    await act(() => mendRow(id, row.serial, now(row).version, changes), {
      done: t('portal.import.mended', { serial: place(row) }),
      undo: (made) => mendRow(id, row.serial, made.version, back),
      settle,
      form: true,
    })
    const refused = problem.value
    const current = refused?.status === 412 ? (refused.current as ImportRow | null) : null
    if (refused && !current) void say(problemText(refused, t), { bad: true })
    if (refused && current) {
      queries.setQueryData<Batch>(['import', id], (before) => before && { ...before, rows: before.rows.map((each) => (each.serial === row.serial ? current : each)) })
      const field = Object.keys(changes)[0] ?? ''
      const theirs = refused.changed.map((each) => ({ field: each, text: current.values[each] ?? '' }))
      waiting.set(row.serial, { field, theirs, both: refused.changed.includes(field) })
    }
    return !refused
  }

  /** One cell after the other, in the order in which they were left; none is lost because another is on its way. */
  function mend(row: ImportRow, field: string): void {
    sending = sending.then(async () => {
      const value = typed.get(at(row, field))
      const before = now(row).values[field] ?? ''
      if (value === undefined || value === before) return void typed.delete(at(row, field))
      if (waiting.get(row.serial)?.field !== field && waiting.has(row.serial)) return
      waiting.delete(row.serial)
      if (await send(row, { [field]: value }, { [field]: before })) {
        if (typed.get(at(row, field)) === value) typed.delete(at(row, field))
      }
    })
  }
  /** What was asked about the row as a whole: another person's address, another's wish. */
  function answer(row: ImportRow, said: Record<string, string>): void {
    sending = sending.then(() => send(row, said, Object.fromEntries(Object.keys(said).map((key) => [key, '']))))
  }
  /** Mine is sent over what the colleague wrote, now that it has been seen; theirs stays, and mine goes. */
  function choose(row: ImportRow, which: 'mine' | 'theirs'): void {
    const asked = waiting.get(row.serial)
    if (!asked) return
    if (which === 'theirs') typed.delete(at(row, asked.field))
    const open = [asked.field, ...Array.from(typed.keys()).filter((key) => key.startsWith(`${row.serial} `)).map((key) => key.slice(`${row.serial} `.length))]
    waiting.delete(row.serial)
    for (const field of Array.from(new Set(open))) mend(row, field)
  }
  return { typed, waiting, at, mend, answer, choose }
}
