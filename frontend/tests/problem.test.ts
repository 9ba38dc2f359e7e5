import { describe, expect, it } from 'vitest'
import { asProblem, Problem, problemFrom } from '@/api/problem'
import { problemText } from '@/kit/problemText'

const t = (key: string) => key

describe('a problem', () => {
  it('carries the sentence, the field errors and the request id of the server', () => {
    const body = { status: 400, code: 'invalid', detail: 'Some fields', errors: { phone: ['no phone'], rows: { 2: { age: ['no age'] } } }, request_id: 'abc' }
    const problem = problemFrom(new Response(null, { status: 400 }), body)
    expect(problem.field('phone')).toBe('no phone')
    expect(problem.errors.rows).toEqual(['no age'])
    expect(problem.requestId).toBe('abc')
    expect(problemText(problem, t)).toBe('Some fields')
  })

  it('is readable when a proxy answers with a page instead', () => {
    const problem = problemFrom(new Response(null, { status: 502 }), '<html>')
    expect(problem.code).toBe('http_502')
    expect(problemText(problem, t)).toBe('kit.error.server')
  })

  it('says so when the server was not reached', () => {
    expect(problemText(asProblem(new TypeError('failed')), t)).toBe('kit.error.unreachable')
  })

  it('tells of a change by somebody else', () => {
    expect(problemText(new Problem(412, 'stale', ''), t)).toBe('kit.error.conflict')
    expect(problemText(new Problem(412, 'stale', 'x'), t)).toBe('x')
  })
})
