import type { NewWish } from '@/api/wishes'

/** What stays from one wish to the next of a survey's round. */
export interface Round { collector: string; building: string; on: string; consented: boolean }
/** What is typed for each wish: seven fields, and the guardian's two for a child. */
export interface Line {
  name: string
  phone: string
  age: string
  door: string
  category: string
  item: string
  budget: string
  guardian: string
  relation: string
}
export const emptyLine = (): Line => ({ name: '', phone: '', age: '', door: '', category: '', item: '', budget: '', guardian: '', relation: '' })
export const isEmptyLine = (line: Line): boolean => Object.values(line).every((value) => value === '')

/** Under 14 a guardian must be on record. */
export const isChild = (line: Line): boolean => /^\d+$/.test(line.age) && Number(line.age) < 14

const number = (text: string): number | null => {
  const digits = text.replace(/[^\d]/g, '')
  return digits ? Number(digits) : null
}

/** The server's form of one line: the three purposes of a claimable wish are consented to together, by word of mouth. */
export function toNewWish(round: Round, line: Line, anyway: boolean): NewWish {
  return {
    person: {
      name: line.name,
      phone: line.phone,
      age: number(line.age),
      address: `${round.building}${line.door}`,
      categories: line.category ? [line.category] : [],
      ...(isChild(line) ? { guardian_name: line.guardian, guardian_relation: line.relation } : {}),
    },
    wish: {
      item: line.item,
      budget_yuan: number(line.budget),
      collector_name: round.collector,
      collected_on: round.on || null,
    },
    consents: round.consented ? { purposes: ['collect', 'show', 'disclose'], manner: 'oral', ...(round.on ? { given_on: round.on } : {}) } : null,
    anyway,
  }
}
