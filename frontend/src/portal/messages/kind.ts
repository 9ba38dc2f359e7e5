import { useI18n } from 'vue-i18n'

/** The kind of a message in words. */
export function useKind(): (kind: string) => string {
  const { t, te } = useI18n()
  return (kind) => (te(`messages.kind.${kind}`) ? t(`messages.kind.${kind}`) : kind)
}
