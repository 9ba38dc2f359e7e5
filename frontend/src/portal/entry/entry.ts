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

/** Under 14 a guardian must be on record. The server reads the age; here it only decides which fields are shown. */
export function isChild(line: Line): boolean {
  const found = /^\D{0,3}?(\d{1,3})(?:\.\d+)?(?!\d)/.exec(line.age.normalize('NFKC').trim())
  return found !== null && Number(found[1]) < 14
}

/** The guardian's two fields go along where they are shown, and where the age cannot be told here. */
const namesGuardian = (line: Line): boolean => (line.guardian || line.relation) !== '' && (isChild(line) || !/\d/.test(line.age.normalize('NFKC')))

/** The server's form of one line; a consent that nobody gave is not sent. */
export function toNewWish(round: Round, line: Line, anyway: boolean, oldDay = false): NewWish {
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
    anyway,
    ...(oldDay ? { old_day: true } : {}),
  }
}
