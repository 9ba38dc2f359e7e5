import type { NewWish } from '@/api/wishes'

/** What stays from one wish to the next of a survey's round. */
export interface Round { collector: string; building: string; on: string; manner: string }
/** What is typed for each wish: eight fields, and the guardian's two for a child. */
export interface Line {
  name: string
  phone: string
  age: string
  door: string
  category: string
  item: string
  budget: string
  needed: string
  guardian: string
  relation: string
  /** The purposes that were consented to, by comma: asked one by one, and of each person anew. */
  consents: string
}
export const emptyLine = (): Line => ({ name: '', phone: '', age: '', door: '', category: '', item: '', budget: '', needed: '', guardian: '', relation: '', consents: '' })
export const isEmptyLine = (line: Line): boolean => Object.values(line).every((value) => value === '')

const DIGITS = '零一二三四五六七八九'

/** 七 is 7, 十二 is 12, 七十三 is 73; null for what is no such number below a hundred. */
function chineseNumber(text: string): number | null {
  const found = /^([一二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)/.exec(text)
  if (!found?.[0]) return null
  const digit = (sign: string) => Math.max(0, DIGITS.indexOf(sign === '两' ? '二' : sign))
  const [, tens = '', ten = '', ones = ''] = found
  return ten ? (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0) : digit(tens)
}

/** The age as far as a page can tell it: the server reads it, here it decides which fields are shown. */
export function ageOf(typed: string, thisYear = new Date().getFullYear()): number | null {
  const text = typed.normalize('NFKC').trim()
  const year = /^((?:19|20)\d\d)\D/.exec(text)
  if (year) return thisYear - Number(year[1])
  if (/^\D{0,3}?[\d一二两三四五六七八九十]+(?:个?月|天)(?!.*岁)/.test(text)) return 0
  const found = /^\D{0,3}?(\d{1,3})(?:\.\d+)?(?!\d)/.exec(text)
  return found ? Number(found[1]) : chineseNumber(text)
}

/** Under 14 a guardian must be on record. */
export function isChild(line: Line): boolean {
  const age = ageOf(line.age)
  return age !== null && age < 14
}

/** The guardian's two fields go along where they are shown, and where the age cannot be told here. */
const namesGuardian = (line: Line): boolean => (line.guardian || line.relation) !== '' && (isChild(line) || ageOf(line.age) === null)

/** What was asked about once, and is meant: another wish like one of theirs, a day long past, another word than the record's. */
export interface Meant { anyway?: boolean; old_day?: boolean; changed?: boolean }

/** The server's form of one line; a consent that nobody gave is not sent. */
export function toNewWish(round: Round, line: Line, meant: Meant = {}): NewWish {
  return {
    person: {
      name: line.name,
      phone: line.phone,
      age: line.age || null,
      address: `${round.building}${line.door}`,
      categories: line.category ? [line.category] : [],
      ...(namesGuardian(line) ? { guardian_name: line.guardian, guardian_relation: line.relation } : {}),
    },
    wish: {
      item: line.item,
      budget_yuan: line.budget || null,
      needed_by: line.needed || null,
      collector_name: round.collector,
      collected_on: round.on || null,
    },
    consents: line.consents ? { purposes: line.consents.split(','), manner: round.manner, ...(round.on ? { given_on: round.on } : {}) } : null,
    ...meant,
  }
}
