import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { createI18n } from 'vue-i18n'
import { say, toasts } from '@/kit/toasts'
import Toasts from '@/kit/Toasts.vue'
import { until } from './until'

const line = vi.hoisted(() => ({ slow: Promise.resolve() as Promise<unknown> }))
vi.mock('@/kit/corner', async (original) => {
  await line.slow
  return original()
})

const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh: {} }, missingWarn: false, fallbackWarn: false })
const at = (where: string) => document.querySelector<HTMLElement>(where)!
const row = (id: string) => `<tr id="${id}" data-row="${id}"><td class="actions"><button>confirm</button></td></tr>`
const placed = () => until(() => expect([at('.toasts').style.top !== '', at('.toasts').style.visibility]).toEqual([true, '']))
async function closedFrom(where: string, meanwhile: () => void = () => undefined): Promise<void> {
  at('.toasts').style.top = ''
  void say('done', { undo: async () => undefined })
  await placed()
  at(where).focus()
  at('.toast button:last-child').focus()
  meanwhile()
  at('.toast button:last-child').click()
}

beforeEach(() => {
  toasts.splice(0)
  document.body.innerHTML = `<h1 tabindex="-1">h</h1><table><tbody>${row('a')}${row('b')}</tbody></table><a href="#last">last</a><div id="app"></div>`
  createApp(Toasts).use(i18n).mount('#app')
})

describe('a message', () => {
  it('is not seen before its place is known: nothing lies under it for a moment', async () => {
    let come: (value?: unknown) => void = () => undefined
    line.slow = new Promise((resolve) => (come = resolve))
    void say('done')
    await until(() => expect(at('.toasts').style.visibility).toBe('hidden'))
    expect(at('.toast')).not.toBeNull()
    come()
    await placed()
  })

  it('that is closed by the keyboard gives the focus back to where it came from', async () => {
    await closedFrom('a')
    await until(() => expect(document.activeElement).toBe(at('a')))
  })

  it('gives it to the next row where the one it came from is done with, and to the heading from the last', async () => {
    await closedFrom('#a button', () => at('#a button').remove())
    await until(() => expect(document.activeElement).toBe(at('#b button')))
    await closedFrom('#b button', () => at('#b').remove())
    await until(() => expect(document.activeElement).toBe(at('h1')))
  })
})
