import type { Person, Wish } from '@/api/wishes'

type Translate = (key: string) => string

export interface PersonDraft {
  name: string
  phone: string
  without_phone: boolean
  age: string
  sex: string
  address: string
  categories: string[]
  guardian_name: string
  guardian_relation: string
}

/** Masked values begin empty: whoever types over them replaces them, whoever does not keeps them. */
export function personDraft(person: Person): PersonDraft {
  const open = (value: string) => (person.masked ? '' : value)
  return {
    name: open(person.name),
    phone: open(person.phone),
    without_phone: person.without_phone,
    age: person.age === null ? '' : String(person.age),
    sex: person.sex,
    address: open(person.address),
    categories: [...person.categories],
    guardian_name: open(person.guardian_name),
    guardian_relation: person.guardian_relation,
  }
}

export interface WishDraft {
  item: string
  kind: string
  quantity: string
  budget_yuan: string
  requirements: string
  public_text: string
  collected_on: string
  needed_by: string
  collector_name: string
}

export function wishDraft(wish: Wish): WishDraft {
  return {
    item: wish.item,
    kind: wish.kind,
    quantity: String(wish.quantity),
    budget_yuan: wish.budget_yuan === null ? '' : String(wish.budget_yuan),
    requirements: wish.requirements.join(', '),
    public_text: wish.public_text,
    collected_on: wish.collected_on ?? '',
    needed_by: wish.needed_by ?? '',
    collector_name: wish.collector,
  }
}

/** Sent as they were typed: the server has the one reader of numbers. */
const numbers = new Set(['age', 'quantity', 'budget_yuan'])

function sent(name: string, value: unknown): unknown {
  if (numbers.has(name)) return value === '' ? null : value
  if (name === 'requirements') return String(value).split(/[,，、;；]/).map((each) => each.trim()).filter(Boolean)
  if (name === 'collected_on' || name === 'needed_by') return value || null
  return value
}

/** What stands there now in words, for whoever was typing meanwhile; masked values stay masked. */
export function personShown(name: string, person: Person, t: Translate): string {
  const value = person[name as keyof Person]
  if (name === 'categories') return person.categories.map((each) => t(`words.category.${each}`)).join(t('kit.join'))
  if (name === 'sex') return t(`words.sex.${person.sex || 'unknown'}`)
  if (name === 'without_phone') return t(person.without_phone ? 'kit.yes' : 'kit.no')
  return value === null || value === undefined ? '' : String(value)
}
export function wishShown(name: string, wish: Wish, t: Translate): string {
  if (name === 'kind') return t(`words.kind.${wish.kind}`)
  return String(wishDraft(wish)[name as keyof WishDraft] ?? '')
}

/** The changes of a form over wish and person, as the server takes them apart. */
export function sentOf(changes: Partial<WishDraft & PersonDraft>, wish: Wish): { wish: Record<string, unknown>; person: Record<string, unknown> } {
  const parts = { wish: {} as Record<string, unknown>, person: {} as Record<string, unknown> }
  const personal = personDraft(wish.person)
  for (const [name, value] of Object.entries(changes)) (name in personal ? parts.person : parts.wish)[name] = sent(name, value)
  return parts
}
/** The changes of a form as the server takes them. */
export const sentAll = (changes: object): Record<string, unknown> => Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, sent(name, value)]))

/** Only what differs from the beginning is sent; nobody's parallel change of another field is overwritten. */
export function differences<Draft extends object>(before: Draft, now: Draft): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const name of Object.keys(now) as (keyof Draft & string)[]) {
    if (JSON.stringify(before[name]) !== JSON.stringify(now[name])) changed[name] = sent(name, now[name])
  }
  return changed
}
