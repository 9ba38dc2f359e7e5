import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(process.cwd(), 'src')
const languages = join(root, 'language')

function keys(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, at ? `${at}.${key}` : key))
}
const texts = (locale: string, file: string): unknown => JSON.parse(readFileSync(join(languages, locale, file), 'utf8'))
const files = (locale: string) => readdirSync(join(languages, locale), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort()
/** `portal/wish.json` holds more of the keys that begin with `portal.`. */
const rootOf = (file: string) => file.replace(/[/.].*/, '')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|ts|css)$/.test(name) && !name.endsWith('.d.ts'))
const known = new Set(files('zh').flatMap((file) => keys(texts('zh', file), rootOf(file))))

describe('the two languages', () => {
  it('have the same files', () => expect(files('en')).toEqual(files('zh')))

  it.each(files('zh'))('have the same keys in %s', (file) => {
    expect(keys(texts('en', file)).sort()).toEqual(keys(texts('zh', file)).sort())
  })

  it.each(files('zh'))('name the same parameters in %s', (file) => {
    const parameters = (text: unknown, key: string) => {
      const said = key.split('.').reduce((inner: unknown, part) => (inner as Record<string, unknown>)[part], text)
      return [...new Set(String(said).match(/\{\w+\}/g) ?? [])].sort()
    }
    for (const key of keys(texts('zh', file))) expect([key, parameters(texts('en', file), key)]).toEqual([key, parameters(texts('zh', file), key)])
  })
})

describe('the source', () => {
  it('holds no Chinese text outside the language files', () => {
    // Numerals that people type are read there, and shown to nobody.
    const reads = new Set(['portal/entry/entry.ts'])
    const found = sources.filter((name) => !reads.has(name) && /[\u4e00-\u9fff]/.test(readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    expect(found).toEqual([])
  })

  it('asks only for texts that are there', () => {
    const missing = sources.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map((hit) => hit[1]!).filter((key) => !known.has(key)).map((key) => `${name}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('leaves no text unused', () => {
    const all = sources.map((name) => readFileSync(join(root, name), 'utf8')).join('\n')
    // `words.state.${x}` stands for every key of that shape.
    const shapes = [...all.matchAll(/`([\w.]+\.(?:[\w.]|\$\{[^}]*\})*)`/g)]
      .filter((hit) => hit[1]!.includes('${'))
      .map((hit) => new RegExp(`^${hit[1]!.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`))
    const named = (key: string) => all.includes(`'${key}'`) || all.includes(`'${key.replace(/\.[^.]+$/, '')}'`)
    const unused = [...known].filter((key) => !named(key) && !shapes.some((shape) => shape.test(key)))
    expect(unused).toEqual([])
  })

  it('uses no selector or function that chrome80 and safari14 lack', () => {
    const found = sources.filter((name) => /:has\(|:is\(|:where\(|color-mix\(|\bdvh\b|@container|structuredClone/.test(readFileSync(join(root, name), 'utf8')))
    expect(found).toEqual([])
  })
})
