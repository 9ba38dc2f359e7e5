import { createApp, h, nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ActionMenu from '@/kit/ActionMenu.vue'
import { until } from './until'

const chosen: string[] = []
const items = [{ key: 'edit', text: 'Edit' }, { key: 'card', text: 'Print' }, { key: 'gone', text: 'Withdraw' }]
let app: ReturnType<typeof createApp>
const trigger = () => document.querySelector<HTMLButtonElement>('[aria-haspopup]')!
const menu = () => document.querySelector('[role="menu"]')
const press = async (key: string) => {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await nextTick()
  await nextTick()
}
const at = () => document.activeElement!.textContent

beforeEach(() => {
  chosen.length = 0
  document.body.innerHTML = '<div id="app"></div>'
  app = createApp({ render: () => h(ActionMenu, { label: 'More', items, onChoose: (key: string) => chosen.push(key) }) })
  app.mount('#app')
  trigger().focus()
})
afterEach(() => app.unmount())

describe('a menu of actions', () => {
  it('is gone through by arrows, Home, End and first letters, round its ends', async () => {
    await press('ArrowDown')
    expect([at(), trigger().getAttribute('aria-expanded')]).toEqual(['Edit', 'true'])
    for (const [key, text] of [['ArrowUp', 'Withdraw'], ['ArrowDown', 'Edit'], ['End', 'Withdraw'], ['Home', 'Edit'], ['p', 'Print'], ['x', 'Print']]) {
      await press(key!)
      expect(at()).toBe(text)
    }
  })
  it('closes by Escape and by a press beside it, and by Escape the button has the focus again', async () => {
    trigger().click()
    await nextTick()
    await press('Escape')
    expect([menu(), document.activeElement]).toEqual([null, trigger()])
    trigger().click()
    await nextTick()
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await nextTick()
    expect(menu()).toBeNull()
  })
  it('says what was chosen once it has closed and its button has the focus', async () => {
    await press('ArrowUp')
    ;(document.activeElement as HTMLButtonElement).click()
    await until(() => expect(chosen).toEqual(['gone']))
    expect([menu(), document.activeElement]).toEqual([null, trigger()])
  })
})
