import { longDate } from '@/language/dates'

type Translate = (key: string, values?: Record<string, unknown>) => string
type Exists = (key: string) => boolean

const shown = (value: unknown, t: Translate): string => {
  if (value === null || value === undefined || value === '') return t('portal.history.nothing')
  if (Array.isArray(value)) return value.join(t('kit.join'))
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? longDate(text) : text
}

/** What changed, as lines: a field with its old and new value, or a word about it. Hidden personal values stay hidden. */
export function changeText(changes: Record<string, unknown>, t: Translate, te: Exists): string[] {
  return Object.entries(changes).map(([name, value]) => {
    const label = te(`portal.field.${name}`) ? t(`portal.field.${name}`) : name
    if (value === null) return t('portal.history.hidden', { label })
    if (Array.isArray(value) && value.length === 2) return t('portal.history.fromTo', { label, old: shown(value[0], t), now: shown(value[1], t) })
    const word = `portal.history.word.${String(value)}`
    return t('portal.history.is', { label, now: te(word) ? t(word) : shown(value, t) })
  })
}
