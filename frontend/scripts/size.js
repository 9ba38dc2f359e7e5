// The budgets of faces.js.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { faces } from './faces.js'
import { filesOf } from './manifest.js'

const weight = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1000
const sum = (files) => files.reduce((total, file) => total + weight(file), 0)

let failed = false
for (const { face, limit, entries, later = [] } of faces) {
  const { scripts, styles } = filesOf([...entries, ...later])
  const total = sum(scripts)
  const over = total > limit
  failed ||= over
  console.log(`${face}: ${total.toFixed(1)} kB JS of ${limit}, ${sum(styles).toFixed(1)} kB CSS${over ? '  OVER' : ''}`)
  if (over) for (const file of scripts) console.log(`  ${weight(file).toFixed(1)}  ${file}`)
}
process.exit(failed ? 1 : 0)
