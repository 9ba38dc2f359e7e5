import { createI18n } from 'vue-i18n'

export type Locale = 'zh' | 'en'
type File = { default: Record<string, unknown> }

const files = import.meta.glob<File>('./{zh,en}/*.json')
const stored = 'wishbridge.language'

export function currentLocale(): Locale {
  return localStorage.getItem(stored) === 'en' ? 'en' : 'zh'
}

/** What the server is told: Accept-Language of every request. */
export function acceptLanguage(): string {
  return currentLocale() === 'en' ? 'en' : 'zh-hans'
}

async function load(locale: Locale, names: string[]): Promise<Record<string, unknown>> {
  const parts = await Promise.all(names.map((name) => files[`./${locale}/${name}.json`]!()))
  return Object.assign({}, ...parts.map((part, index) => ({ [names[index]!]: part.default })))
}

/**
 * The texts of one face in the reader's language. A key begins with its file's name: `portal.today.title`.
 * A change of language reloads the page, since the server's texts change with it.
 */
export async function createLanguage(names: string[]) {
  const locale = currentLocale()
  document.documentElement.lang = locale === 'en' ? 'en' : 'zh-Hans'
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: locale,
    messages: { [locale]: (await load(locale, names)) as never },
  })
}

export function chooseLanguage(locale: Locale): void {
  localStorage.setItem(stored, locale)
  location.reload()
}
