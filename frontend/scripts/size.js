// The budgets of faces.js, held against what was built.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { faces } from './faces.js'

const pages = JSON.parse(readFileSync('dist/first-pages.json', 'utf8'))
const weight = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1000
const sum = (files) => files.reduce((total, file) => total + weight(file), 0)

let failed = false
for (const { face, path, limit, routes } of faces) {
  const { scripts, styles, later } = pages[path]
  const total = sum([...scripts, ...later])
  const over = total > limit
  failed ||= over
  console.log(`${face}: ${total.toFixed(1)} kB JS of ${limit}, ${sum(styles).toFixed(1)} kB CSS, ${scripts.length + styles.length} files${over ? '  OVER' : ''}`)
  if (over) for (const file of [...scripts, ...later]) console.log(`  ${weight(file).toFixed(1)}  ${file}`)
  if (!routes) continue
  const any = pages[`${path}/*`]
  for (const [page, more] of Object.entries(any.pages)) {
    const cold = sum([...any.scripts, ...more])
    const heavy = cold > limit
    failed ||= heavy
    console.log(`  ${page}: ${cold.toFixed(1)} kB${heavy ? '  OVER' : ''}`)
    if (heavy) for (const file of more) console.log(`    ${weight(file).toFixed(1)}  ${file}`)
  }
}
process.exit(failed ? 1 : 0)
