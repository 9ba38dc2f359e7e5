import { afterEach, expect, test, vi } from 'vitest'
import { patientFetch, repeating } from '../src/api/patience'

afterEach(() => vi.unstubAllGlobals())

function server(...answers: Response[]) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request)
    return Promise.resolve(answers.shift())
  })
  return asked
}
const away = () => new Response('{}', { status: 503, headers: { 'Retry-After': '0' } })
const post = (headers: Record<string, string>) => new Request('http://here.test/api/wishes', { method: 'POST', body: '{"a":1}', headers })

test('while the server is away the same request is made again with the same key', async () => {
  const asked = server(away(), away(), new Response('{}', { status: 201 }))
  expect((await patientFetch(post({ 'Idempotency-Key': 'one-intention' }))).status).toBe(201)
  expect(asked.map((request) => request.headers.get('Idempotency-Key'))).toEqual(Array(3).fill('one-intention'))
  expect(await asked[2]?.text()).toBe('{"a":1}')
})

test('what has no key and what is away for good is not repeated', async () => {
  expect((await patientFetch(((server(away())), post({})))).status).toBe(503)
  const asked = server(new Response('{}', { status: 503 }))
  await patientFetch(new Request('http://here.test/api/board'))
  expect(asked).toHaveLength(1)
})

test('after two seconds of asking again it is said, until an answer comes', async () => {
  vi.useFakeTimers()
  const later = () => new Response('{}', { status: 503, headers: { 'Retry-After': '3' } })
  server(later(), later(), new Response('{}'))
  const answer = patientFetch(new Request('http://here.test/api/board'))
  await vi.advanceTimersByTimeAsync(1_900)
  expect(repeating.value).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(repeating.value).toBe(true)
  await vi.advanceTimersByTimeAsync(4_000)
  expect([(await answer).status, repeating.value]).toEqual([200, false])
  vi.useRealTimers()
})
