import { createI18n } from 'vue-i18n'

export type Locale = 'zh' | 'en'
type File = { default: Record<string, unknown> }

const files = import.meta.glob<File>('./{zh,en}/**/*.json')
const stored = 'wishbridge.language'

export function currentLocale(): Locale {
  return localStorage.getItem(stored) === 'en' ? 'en' : 'zh'
}

/** What the server is told: Accept-Language of every request. */
export function acceptLanguage(): string {
  return currentLocale() === 'en' ? 'en' : 'zh-hans'
}

async function load(locale: Locale, names: string[]): Promise<Record<string, unknown>[]> {
  const parts = await Promise.all(names.map((name) => files[`./${locale}/${name}.json`]!()))
  return parts.map((part, index) => ({ [names[index]!.split('/')[0]!]: part.default }))
}

let add: (messages: Record<string, unknown>) => void = () => undefined
const here = new Set<string>()

/**
 * A page, or a part of one, that comes with texts of its own: both are fetched beside each other and it is seen when both are
 * there. `portal/wish` holds keys that begin with `portal.`, as the face's own file does.
 */
export const withTexts =
  <Module>(names: string[], loader: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const fresh = names.filter((name) => !here.has(name))
    const [module, parts] = await Promise.all([loader(), load(currentLocale(), fresh)])
    parts.forEach((part, index) => {
      if (!here.has(fresh[index]!)) add(part)
      here.add(fresh[index]!)
    })
    return module
  }

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
  add = (messages) => language.global.mergeLocaleMessage(locale, messages)
  here.clear()
  return language
}

export function chooseLanguage(locale: Locale): void {
  localStorage.setItem(stored, locale)
  location.reload()
}
