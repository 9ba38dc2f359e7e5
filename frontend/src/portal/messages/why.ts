import { useI18n } from 'vue-i18n'

/** A code of ours in words; a provider's code as it is, to be read out to the provider. */
export function useWhy(): (code: string) => string {
  const { t, te } = useI18n()
  return (code) => (te(`messages.why.${code}`) ? t(`messages.why.${code}`) : code)
}
