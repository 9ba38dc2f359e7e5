import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faces } from '../scripts/faces.js'

describe('what a face is said to need for its first page', () => {
  it.each(faces)('is what $face really reads of texts', ({ face, entries }) => {
    const source = readFileSync(`src/${face}/index.ts`, 'utf8')
    const read = [...(/mountFace\([^[]*\[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map((found) => found[1]!)
    const pattern = entries.find((entry): entry is RegExp => entry instanceof RegExp)!
    const named = /\(([\w|]+)\)/.exec(pattern.source)![1]!.split('|')
    expect(read.length).toBeGreaterThan(1)
    expect([...named].sort()).toEqual([...read].sort())
  })
})
