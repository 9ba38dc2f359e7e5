// What a built page cannot do without, read from Vite's manifest.
import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

/** The keys of the manifest that entries stand for: a source file's path, or a pattern of paths. */
export function keysOf(entries) {
  const fits = (key, entry) => (entry instanceof RegExp ? entry.test(key) : entry === key)
  const missing = entries.filter((entry) => !Object.keys(manifest).some((key) => fits(key, entry)))
  if (missing.length) throw new Error(`no chunk for ${missing.join(', ')}: name the page's real files in scripts/faces.js`)
  return Object.keys(manifest).filter((key) => key === 'index.html' || entries.some((entry) => fits(key, entry)))
}

function needed(key, seen) {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return
  seen.add(key)
  for (const next of chunk.imports ?? []) needed(next, seen)
}

/** Scripts and styles that the entries load before anything of theirs is seen, below dist/. */
export function filesOf(entries) {
  const chunks = new Set()
  for (const key of keysOf(entries)) needed(key, chunks)
  const scripts = [...chunks].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  const styles = [...new Set([...chunks].flatMap((key) => manifest[key].css ?? []))]
  return { scripts: [...new Set(scripts)], styles }
}
