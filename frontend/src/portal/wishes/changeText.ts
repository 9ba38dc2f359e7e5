type Translate = (key: string, values?: Record<string, unknown>) => string
type Exists = (key: string) => boolean

const shown = (value: unknown, t: Translate): string => {
  if (value === null || value === undefined || value === '') return t('portal.history.nothing')
  return Array.isArray(value) ? value.join(t('portal.join')) : String(value)
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
