import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

// A page that asks for a text of a file it does not bring shows the key instead: nothing fails, and nobody reads it but its user.
const root = join(process.cwd(), 'src')
const ENDINGS = ['', '.ts', '.vue', '/index.ts']

function fileOf(from: string, name: string): string | undefined {
  const path = name.startsWith('@/') ? join(root, name.slice(2)) : name.startsWith('.') ? join(dirname(from), name) : ''
  return path ? ENDINGS.map((ending) => path + ending).find((each) => /\.(ts|vue)$/.test(each) && existsSync(each)) : undefined
}

const LATER = /(?:withTexts\(\[([^\]]*)\], )?\(\) => import\('([^']+)'\)/g
const listed = (names: string | undefined) => [...(names ?? '').matchAll(/'([\w/]+)'/g)].map((hit) => hit[1]!)

/** What a file imports at once, and what it fetches later with which texts. */
function importsOf(file: string) {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '')
  const now = [...source.matchAll(/^(?:import|export) (?!type\b)[^'"]*?'([^']+)'/gm)].flatMap((hit) => fileOf(file, hit[1]!) ?? [])
  const later = [...source.matchAll(LATER)].flatMap((hit) => {
    const wanted = fileOf(file, hit[2]!)
    return wanted ? [{ file: wanted, texts: listed(hit[1]) }] : []
  })
  return { source, now, later }
}

function keysOf(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${at}.${key}`))
}
const languageFiles = readdirSync(join(root, 'language/zh'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''))
const keys = new Map(languageFiles.map((name) => [name, keysOf(JSON.parse(readFileSync(join(root, `language/zh/${name}.json`), 'utf8')), name.split('/')[0]!)]))
const all = [...keys.values()].flat()

/** The keys that a source names, those with a variable in them as far as they are written out. */
function asked(source: string): string[] {
  return [...source.matchAll(/['"`]((?:[a-z]+)\.[\w.]+)(\$\{)?/g)]
    .filter(([, key, open]) => (open ? all.some((each) => each.startsWith(key!)) : all.some((each) => each === key || each.startsWith(`${key!}.`))))
    .map((hit) => hit[1]!)
}

/** What is asked for and not there, from a file and all that it leads to. */
function missing(start: string, texts: string[]): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const waiting = [{ file: start, texts }]
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    const mark = `${here.file} ${here.texts.join()}`
    if (seen.has(mark)) continue
    seen.add(mark)
    const { source, now, later } = importsOf(here.file)
    const there = here.texts.flatMap((name) => keys.get(name) ?? [])
    for (const key of asked(source)) if (!there.some((each) => each.startsWith(key))) found.add(`${here.file.slice(root.length + 1)}: ${key}`)
    waiting.push(...now.map((file) => ({ file, texts: here.texts })), ...later.map((part) => ({ file: part.file, texts: [...here.texts, ...part.texts] })))
  }
  return [...found].sort()
}

const FACES = ['member', 'portal', 'wall', 'district', 'admin']
describe.each(FACES)('the face %s', (face) => {
  it('has every text that each of its pages asks for', () => {
    const entry = join(root, face, 'index.ts')
    const own = /mountFace\([^[]*\[([^\]]*)\]/.exec(readFileSync(entry, 'utf8'))
    expect(own).not.toBeNull()
    expect(missing(entry, listed(own![1]))).toEqual([])
  })
})
