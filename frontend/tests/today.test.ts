import { describe, expect, it } from 'vitest'
import type { Today } from '@/api/today'
import { openAtFirst, rowsThatFit, waiting, type Waiting } from '@/portal/today/plan'

const section = (name: Waiting['name'], count: number): Waiting => ({ group: 'claims', name, count })

describe("today's list", () => {
  it('names what waits, the most urgent first, and leaves out what does not', () => {
    const today = { to_verify: { count: 20, rows: [] }, due_soon: { count: 1, rows: [] }, to_confirm: { count: 0, rows: [] } } as unknown as Today
    expect(waiting(today).map(({ name, count }) => [name, count])).toEqual([['due_soon', 1], ['to_verify', 20]])
  })

  it('opens the most urgent sections as far as their rows fit, three rows each, and none after the first that does not', () => {
    const sections = [section('to_decide', 1), section('extensions', 12), section('overdue', 3), section('due_soon', 1)]
    expect([...openAtFirst(sections, 6)]).toEqual([['to_decide', 1], ['extensions', 3]])
  })

  it('opens the first section always, with no more rows than fit', () => {
    expect([...openAtFirst([section('to_decide', 40), section('overdue', 1)], 2)]).toEqual([['to_decide', 2]])
  })

  it('opens less where many kinds of work wait, and on a phone', () => {
    expect([rowsThatFit(5, false), rowsThatFit(14, false), rowsThatFit(5, true), rowsThatFit(14, true)]).toEqual([6, 3, 3, 2])
  })
})
