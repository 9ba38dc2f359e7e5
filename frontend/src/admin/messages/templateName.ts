import { useI18n } from 'vue-i18n'

/** A template as people call it; one that is newer than these words, by its own name. */
export function useTemplateName(): (name: string) => string {
  const { t, te } = useI18n()
  return (name) => (te(`admin.templates.name.${name}`) ? t(`admin.templates.name.${name}`) : name)
}
