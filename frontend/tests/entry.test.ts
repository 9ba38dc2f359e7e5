import { describe, expect, it } from 'vitest'
import { emptyLine, isChild, isEmptyLine, toNewWish } from '@/portal/entry/entry'

const round = { collector: 'Ma', building: 'Riverside 4, ', on: '2026-11-02', manner: 'oral' }
const line = { ...emptyLine(), name: 'Ye', phone: '13900120001', age: '72', door: 'unit 2', category: 'senior', item: 'quilt', budget: '180' }

describe('a quick entry', () => {
  it('keeps the building of the round before each door', () => {
    expect(toNewWish(round, line, false).person).toMatchObject({ address: 'Riverside 4, unit 2', age: '72', categories: ['senior'] })
  })

  it('sends an amount as it was typed: the server reads it', () => {
    expect(toNewWish(round, { ...line, budget: 'about 1,200' }, false).wish).toMatchObject({ budget_yuan: 'about 1,200' })
    expect(toNewWish(round, { ...line, budget: '' }, false).wish).toMatchObject({ budget_yuan: null })
  })

  it('names the guardian of a child, and of nobody else', () => {
    const child = { ...line, age: '9', guardian: 'An', relation: 'mother' }
    expect(isChild(child)).toBe(true)
    expect(toNewWish(round, child, false).person).toMatchObject({ guardian_name: 'An' })
    expect(toNewWish(round, { ...child, age: '14' }, false).person).not.toHaveProperty('guardian_name')
  })

  it('records no consent that was not given', () => {
    expect(toNewWish(round, line, false).consents).toBeNull()
    expect(toNewWish(round, { ...line, consents: 'collect,show' }, false).consents).toEqual({ purposes: ['collect', 'show'], manner: 'oral', given_on: '2026-11-02' })
  })

  it('knows an empty line, which is no draft', () => {
    expect(isEmptyLine(emptyLine())).toBe(true)
    expect(isEmptyLine(line)).toBe(false)
  })
})
