// Which file of the build a module goes into, and which files a face's first page needs. Every file costs a slow line a
// round trip, so that what a first page needs comes in a handful of files and not in forty: one for each set of faces
// whose first pages share the modules.
import { readFileSync } from 'node:fs'
import { faces } from './faces.js'

/** The modules that an entry imports, and what these import: all that is needed before its page is seen. */
function reach(entry, infoOf, reached) {
  const known = reached.get(entry)
  if (known) return known
  const found = new Set()
  const waiting = [entry]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(infoOf(id)?.importedIds ?? []))
  }
  reached.set(entry, found)
  return found
}

/** Splits the build and writes first-pages.json, whose files the server names in the page's head. `root`: this folder. */
export function firstPages(root) {
  const reached = new Map()
  /** Whether the entries (source files, or a pattern of texts) cannot be without the module. */
  const needed = (id, entries, infoOf) =>
    entries.some((entry) => (entry instanceof RegExp ? entry.test(id) : reach(`${root}/${entry}`, infoOf, reached).has(id)))

  /** Whether of a face's pages only the first needs the module: whoever opens another page goes without it. */
  function onlyFirst(id, { routes, entries }, infoOf) {
    if (!routes) return false
    const others = (infoOf(`${root}/${routes}`)?.dynamicallyImportedIds ?? []).filter((page) => !entries.includes(page.slice(root.length + 1)))
    return ![`${root}/${entries[0]}`, ...others].some((page) => reach(page, infoOf, reached).has(id))
  }

  /** The name of the module's file, or null where it goes with whatever asks for it. */
  function chunkOf(id, context) {
    const chinese = id.replace('/language/en/', '/language/zh/')
    const readers = faces.filter(({ entries }) => needed(chinese, ['src/main.ts', ...entries], (each) => context.getModuleInfo(each)))
    if (!readers.length) return null
    // A face's own modules bring its styles, which no other face may load: what others could ask for stands apart.
    const kind = id.includes('/node_modules/') ? 'base' : readers.some(({ face }) => id.startsWith(`${root}/src/${face}/`)) ? '' : 'ground'
    const whose = readers.length === faces.length ? '' : readers.map(({ face }) => face).join('-')
    if (readers.length === 1 && id.endsWith('.json') === false && onlyFirst(id, readers[0], (each) => context.getModuleInfo(each))) return `${whose}-first`
    const language = /\/language\/(zh|en)\//.exec(id)?.[1]
    return [language, whose, kind].filter(Boolean).join('-')
  }

  function filesOf(entries, bundle, infoOf) {
    const files = new Set()
    const waiting = Object.values(bundle)
      .filter((chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => needed(id, entries, infoOf)))
      .map((chunk) => chunk.fileName)
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (files.has(file)) continue
      files.add(file)
      waiting.push(...bundle[file].imports.filter((next) => next in bundle))
    }
    return [...files]
  }

  /** What each page of a routes file adds to these files, its texts included. */
  function pagesOf(routes, scripts, bundle, infoOf) {
    const folder = routes.replace(/[^/]*$/, '')
    const named = readFileSync(`${root}/${routes}`, 'utf8').matchAll(/(?:withTexts\(\[([^\]]*)\], )?\(\) => import\('\.\/([^']+)'\)/g)
    const pages = [...named].map(([, texts = '', page]) => {
      const languages = [...texts.matchAll(/'([\w/]+)'/g)].map((hit) => `src/language/zh/${hit[1]}.json`)
      return [page, filesOf([`${folder}${page}`, ...languages], bundle, infoOf).filter((file) => !scripts.includes(file))]
    })
    return Object.fromEntries(pages)
  }

  return {
    name: 'first-pages',
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: 'first pages' }] } } } },
    }),
    buildStart: () => reached.clear(),
    generateBundle(_, bundle) {
      const infoOf = (id) => this.getModuleInfo(id)
      const needs = (entries) => {
        const scripts = filesOf(['src/main.ts', ...entries], bundle, infoOf)
        const styles = new Set(scripts.flatMap((file) => [...(bundle[file].viteMetadata?.importedCss ?? [])]))
        return { scripts, styles: [...styles] }
      }
      const pages = faces.flatMap(({ path, entries, later = [], routes }) => {
        const first = needs(entries)
        const more = filesOf(later, bundle, infoOf).filter((file) => !first.scripts.includes(file))
        const face = [[path, { ...first, later: more }]]
        if (!routes) return face
        const any = needs(entries.filter((entry) => entry instanceof RegExp || entry === entries[0]))
        return [...face, [`${path}/*`, { ...any, pages: pagesOf(routes, any.scripts, bundle, infoOf) }]]
      })
      this.emitFile({ type: 'asset', fileName: 'first-pages.json', source: `${JSON.stringify(Object.fromEntries(pages), null, 1)}\n` })
    },
  }
}
