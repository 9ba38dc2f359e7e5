import { createI18n } from 'vue-i18n'

export type Locale = 'zh' | 'en'
export type Texts = Record<string, unknown>
type Files = Record<string, () => Promise<{ default: Texts }>>

const files: Files = import.meta.glob<{ default: Texts }>('./{zh,en}/*.json')
const stored = 'wishbridge.language'

export function currentLocale(): Locale {
  return localStorage.getItem(stored) === 'en' ? 'en' : 'zh'
}

/** What the server is told: Accept-Language of every request. */
export function acceptLanguage(): string {
  return currentLocale() === 'en' ? 'en' : 'zh-hans'
}

/** Of `from`, the files that are named `./zh/portal/wish.json` and hold keys below `portal`. */
export async function load(locale: Locale, names: string[], from: Files = files): Promise<Texts[]> {
  const parts = await Promise.all(names.map((name) => from[`./${locale}/${name}.json`]!()))
  return parts.map((part, index) => ({ [names[index]!.split('/')[0]!]: part.default }))
}

/** The language that the face was mounted with: what takes further texts. */
export const current: { add: (texts: Texts) => void } = { add: () => undefined }

/**
 * The texts of one face in the reader's language. A key begins with its file's name: `portal.today.title`.
 * A change of language reloads the page, since the server's texts change with it.
 */
export async function createLanguage(names: string[]) {
  const locale = currentLocale()
  document.documentElement.lang = locale === 'en' ? 'en' : 'zh-Hans'
  const language = createI18n({
    legacy: false,
    locale,
    fallbackLocale: locale,
    messages: { [locale]: Object.assign({}, ...(await load(locale, names))) as never },
  })
  current.add = (messages) => language.global.mergeLocaleMessage(locale, messages)
  return language
}

export function chooseLanguage(locale: Locale): void {
  localStorage.setItem(stored, locale)
  location.reload()
}
