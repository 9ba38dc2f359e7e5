import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { beforeEach, describe, expect, it } from 'vitest'
import { useAct } from '@/kit/useAct'
import { until } from './until'

let act: ReturnType<typeof useAct>['act']
const press = (id: string) => document.getElementById(id)!.dispatchEvent(new Event('pointerdown', { bubbles: true }))
let free: (() => void)[] = []
const sent: string[] = []
const send = (what: string) => () => {
  sent.push(what)
  return new Promise<string>((resolve) => free.push(() => resolve(what)))
}
async function answer(): Promise<void> {
  const go = free
  free = []
  for (const each of go) each()
  await new Promise((resolve) => setTimeout(resolve))
}

beforeEach(() => {
  sent.length = 0
  free = []
  document.body.innerHTML = '<table><tbody><tr><td><button id="a"></button></td></tr><tr><td><button id="b"></button></td></tr></tbody></table><dialog><form><input id="c"></form><button id="d"></button></dialog>'
  createApp(
    defineComponent({
      setup() {
        act = useAct().act
        return () => h('p')
      },
    }),
  )
    .use(VueQueryPlugin, { queryClient: new QueryClient() })
    .use(createI18n({ legacy: false, locale: 'zh', messages: { zh: {} }, missingWarn: false, fallbackWarn: false }))
    .mount(document.createElement('div'))
})

describe('two presses shortly after one another', () => {
  it('on another row are two acts, one after the other', async () => {
    press('a')
    const first = act(send('a'))
    press('b')
    const second = act(send('b'))
    await until(() => expect(sent).toEqual(['a']))
    await answer()
    await until(() => expect(sent).toEqual(['a', 'b']))
    await answer()
    expect([await first, await second]).toEqual(['a', 'b'])
  })
  it('on the same row, or in the same dialog by Enter and by its button, are one', async () => {
    for (const [one, other] of [['a', 'a'], ['c', 'd']]) {
      press(one!)
      void act(send(one!))
      press(other!)
      expect(await act(send(other!))).toBeUndefined()
      await until(() => expect(free.length).toBe(1))
      await answer()
    }
    expect(sent).toEqual(['a', 'c'])
  })
})
