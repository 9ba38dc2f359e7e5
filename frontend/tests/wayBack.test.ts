import { describe, expect, it } from 'vitest'

import { wayBack } from '../src/login/wayBack'

describe('where a login leads', () => {
  it.each(['/portal/wishes?state=open#top', '/', '/claims/1'])('goes on to a path of this house: %s', (path) => {
    expect(wayBack(path, '/home')).toBe(path)
  })

  it.each([
    '//evil.example', '/\t/evil.example', '/\n/evil.example', '/\r/evil.example', '\t//evil.example', '/\\evil.example', '\\\\evil.example',
    '/\t\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '', ' //evil.example', '/.//evil.example', '/..//evil.example', 'portal',
  ])('stays at home for %j', (address) => {
    expect(wayBack(address, '/home')).toBe('/home')
  })
})
