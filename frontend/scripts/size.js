// The budget of experience.md, number 1: what a face's first page loads, gzipped, in JavaScript.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const budgets = [
  { face: 'member', limit: 90, entries: ['src/member/index.ts', /language\/zh\/(kit|words|login|member)\.json/] },
  { face: 'portal', limit: 130, entries: ['src/portal/index.ts', 'src/portal/today/Today.vue', /language\/zh\/(kit|words|login|portal)\.json/] },
]

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const weight = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1000

/** Every chunk that `key` cannot do without. */
function needed(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return seen
  seen.add(key)
  for (const next of chunk.imports ?? []) needed(next, seen)
  return seen
}

let failed = false
for (const { face, limit, entries } of budgets) {
  const wanted = Object.keys(manifest).filter((key) => key === 'index.html' || entries.some((e) => (e instanceof RegExp ? e.test(key) : e === key)))
  const missing = entries.filter((e) => !wanted.some((key) => (e instanceof RegExp ? e.test(key) : e === key)))
  if (missing.length) {
    console.error(`${face}: no chunk for ${missing.join(', ')}; name the page's real files in scripts/size.js`)
    failed = true
    continue
  }
  const chunks = new Set(wanted.flatMap((key) => [...needed(key)]))
  const files = [...chunks].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
  const styles = [...new Set([...chunks].flatMap((key) => manifest[key].css ?? []))]
  const total = files.reduce((sum, file) => sum + weight(file), 0)
  const css = styles.reduce((sum, file) => sum + weight(file), 0)
  const over = total > limit
  failed ||= over
  console.log(`${face}: ${total.toFixed(1)} kB JS of ${limit}, ${css.toFixed(1)} kB CSS${over ? '  OVER' : ''}`)
  if (over) for (const file of files) console.log(`  ${weight(file).toFixed(1)}  ${file}`)
}
process.exit(failed ? 1 : 0)
