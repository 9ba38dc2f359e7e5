// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { describe, expect, it } from 'vitest'

type Description = { paths: Record<string, Record<string, unknown>> }

const described = (host: string) => (JSON.parse(readFileSync(join(process.cwd(), 'openapi', `${host}.json`), 'utf8')) as Description).paths
const shape = (path: string) => path.replace(/\{\w+\}/g, '{}')
const known = new Set(
  ['community', 'hub'].flatMap((host) => Object.entries(described(host)).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${shape(path)}`))),
)
const api = join(process.cwd(), 'src')
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))

describe('the client', () => {
  it('calls only what the descriptions of the API have', () => {
    const calls = sources.flatMap((name) =>
      [...readFileSync(join(api, name), 'utf8').matchAll(/client\.(GET|POST|PUT|PATCH|DELETE)\(\s*'([^']+)'/g)].map((hit) => `${hit[1]!} ${shape(hit[2]!)}`),
    )
    expect(calls.length).toBeGreaterThan(50)
    expect(calls.filter((call) => !known.has(call))).toEqual([])
  })
})

describe('the types', () => {
  it.each(['community', 'hub'])('are those of openapi/%s.json: run `npm run types` after a change', async (host) => {
    const made = astToString(await openapiTS(readFileSync(join(process.cwd(), 'openapi', `${host}.json`), 'utf8')))
    expect(readFileSync(join(api, 'api', `${host}.d.ts`), 'utf8') === made).toBe(true)
  })
})
