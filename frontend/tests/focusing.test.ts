import { beforeEach, describe, expect, it } from 'vitest'
import { createApp, h, nextTick, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { placeOfAct, standing } from '@/kit/holding'
import ModalDialog from '@/kit/ModalDialog.vue'
import PhoneButton from '@/kit/PhoneButton.vue'
import { backTo, hold, onward } from '@/kit/rows'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { until } from './until'

const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh: {} }, missingWarn: false, fallbackWarn: false })
const row = (id: string) => `<tr id="${id}" data-row="${id}"><td class="actions"><button class="one">extend <span class="unseen">${id}</span></button><button class="two">recall <span class="unseen">${id}</span></button><span class="box"></span></td></tr>`
const at = (where: string) => document.querySelector<HTMLElement>(where)!
const key = (where: string) => at(where).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))

beforeEach(() => {
  document.body.innerHTML = `<h1 tabindex="-1">h</h1><table><tbody>${row('a')}${row('b')}${row('c')}</tbody></table>`
})

describe('the keyboard', () => {
  it('goes on to the same button of the next row, past what is done, and to the heading from the last', () => {
    const from = standing(at('#a .two'))
    at('#b').setAttribute('data-done', '')
    onward(from)
    expect(document.activeElement).toBe(at('#c .two'))
    onward(standing(at('#c .two')))
    expect(document.activeElement).toBe(at('h1'))
  })

  it('goes on also where the list was fetched anew and the row is gone', () => {
    const from = standing(at('#a .two'))
    at('#a').remove()
    onward(from)
    expect(document.activeElement).toBe(at('#b .two'))
  })

  it('goes on from a dialog that a row opened, and comes back to it when it was only closed', async () => {
    const open = ref(false)
    const app = createApp({ render: () => h(ModalDialog, { open: open.value, 'onUpdate:open': (now: boolean) => (open.value = now), title: 't' }, () => h('input')) }).use(i18n)
    app.mount(at('#a .box'))
    const turn = async (now: boolean) => {
      open.value = now
      await nextTick()
      await nextTick()
    }
    at('#a .two').focus()
    key('#a .two')
    await turn(true)
    expect(document.activeElement!.tagName).toBe('INPUT')
    await turn(false)
    expect(document.activeElement).toBe(at('#a .two'))
    await turn(true)
    key('#a input')
    void hold(placeOfAct()!, 'done', new Promise(() => undefined))
    at('#a .two').remove()
    await turn(false)
    await until(() => expect(document.activeElement).toBe(at('#b .two')))
    app.unmount()
  })

  it('is back at the button of a row whose act was undone, as soon as the row is there again', async () => {
    const from = standing(at('#b .one'))
    at('#b').remove()
    at('h1').focus()
    at('h1').blur()
    backTo(from, true)
    at('tbody').innerHTML = row('a') + row('b')
    await until(() => expect(document.activeElement).toBe(at('#b .one')))
  })

  it('stays at a telephone that it asked for', async () => {
    const app = createApp({ render: () => h(PhoneButton, { name: 'n', ask: async () => ({ phone: '+8613900000000' }) }) }).use(i18n).use(VueQueryPlugin, { queryClient: new QueryClient() })
    app.mount(at('#a .box'))
    at('#a .box button').focus()
    at('#a .box button').click()
    await until(() => expect(document.activeElement).toBe(at('#a .box a')))
    app.unmount()
  })
})
