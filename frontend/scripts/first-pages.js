// Writes dist/first-pages.json: the files of each face's first page by its path. The server names them in the page's
// head, so that a slow line fetches them at once and not one after another as each is read.
import { writeFileSync } from 'node:fs'
import { faces } from './faces.js'
import { filesOf } from './manifest.js'

const pages = Object.fromEntries(faces.map(({ path, entries }) => [path, filesOf(entries)]))
writeFileSync('dist/first-pages.json', `${JSON.stringify(pages, null, 1)}\n`)
