import { describe, expect, it } from 'vitest'
import { ageOf, emptyLine, isChild, isEmptyLine, toNewWish } from '@/portal/entry/entry'

const round = { collector: 'Ma', building: 'Riverside 4, ', on: '2026-11-02', manner: 'oral' }
const line = { ...emptyLine(), name: 'Ye', phone: '13900120001', age: '72', door: 'unit 2', category: 'senior', item: 'quilt', budget: '180' }

describe('a quick entry', () => {
  it('keeps the building of the round before each door', () => {
    expect(toNewWish(round, line).person).toMatchObject({ address: 'Riverside 4, unit 2', age: '72', categories: ['senior'] })
  })

  it('sends an amount as it was typed: the server reads it', () => {
    expect(toNewWish(round, { ...line, budget: 'about 1,200' }).wish).toMatchObject({ budget_yuan: 'about 1,200' })
    expect(toNewWish(round, { ...line, budget: '' }).wish).toMatchObject({ budget_yuan: null })
  })

  it('names the guardian of a child, and of nobody else', () => {
    const child = { ...line, age: '9', guardian: 'An', relation: 'mother' }
    expect(isChild(child)).toBe(true)
    expect(toNewWish(round, child).person).toMatchObject({ guardian_name: 'An' })
    expect(toNewWish(round, { ...child, age: '14' }).person).not.toHaveProperty('guardian_name')
  })

  it('tells a child by whatever an age is written as', () => {
    for (const age of ['七岁', '7', '13.5', '7周岁', '约6岁', '14个月', '十三', '两岁', '2019-03-05', '2016年5月', '１２']) expect(ageOf(age, 2026), age).toBeLessThan(14)
    for (const age of ['七十二岁', '72', '十四', '1954-01-01', '二十岁', '约80岁']) expect(ageOf(age, 2026), age).toBeGreaterThanOrEqual(14)
    for (const age of ['', '不详', '年纪大']) expect(ageOf(age, 2026), age).toBeNull()
    expect(toNewWish(round, { ...line, age: '七岁', guardian: 'An' }).person).toMatchObject({ guardian_name: 'An' })
  })

  it('says what was asked about and is meant', () => {
    expect(toNewWish(round, line, { changed: true })).toMatchObject({ changed: true })
    expect(toNewWish(round, line)).not.toHaveProperty('changed')
  })

  it('records no consent that was not given', () => {
    expect(toNewWish(round, line).consents).toBeNull()
    expect(toNewWish(round, { ...line, consents: 'collect,show' }).consents).toEqual({ purposes: ['collect', 'show'], manner: 'oral', given_on: '2026-11-02' })
  })

  it('knows an empty line, which is no draft', () => {
    expect(isEmptyLine(emptyLine())).toBe(true)
    expect(isEmptyLine(line)).toBe(false)
  })
})
