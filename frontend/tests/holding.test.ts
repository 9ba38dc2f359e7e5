import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hold, placeOfAct } from '@/kit/holding'

const ROWS = '<table><tbody><tr id="a"><td class="actions"><button>1</button></td></tr><tr id="b"><td class="actions"><button>2</button></td></tr></tbody></table><h1 tabindex="-1">h</h1>'
const press = (id: string, pointerType: string) => {
  const event = new Event('pointerdown', { bubbles: true }) as PointerEvent
  Object.defineProperty(event, 'pointerType', { value: pointerType })
  document.querySelector(`#${id} button`)!.dispatchEvent(event)
}
const mouse = (what: string, at: string, relatedTarget: Element | null = null) => {
  const event = new Event(what, { bubbles: what === 'pointerover' })
  Object.defineProperties(event, { pointerType: { value: 'mouse' }, relatedTarget: { value: relatedTarget } })
  document.querySelector(at)!.dispatchEvent(event)
}
const leave = (to: Element | null = null) => mouse('pointerleave', 'tbody', to)
const settled = async (promise: Promise<unknown>) => {
  let done = false
  void promise.then(() => (done = true))
  await vi.advanceTimersByTimeAsync(40)
  return done
}

describe('a row that was acted upon', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    document.body.innerHTML = ROWS
  })

  it('keeps its place until the mouse leaves the list', async () => {
    press('a', 'mouse')
    const held = hold(placeOfAct()!, 'done', Promise.resolve())
    expect(await settled(held)).toBe(false)
    expect(document.getElementById('a')!.hasAttribute('data-done')).toBe(true)
    leave()
    expect(await settled(held)).toBe(true)
  })

  it('keeps it while a message has come under the mouse, until the mouse goes on from there to elsewhere', async () => {
    document.body.innerHTML += '<section class="toasts"><button>undo</button></section>'
    press('a', 'mouse')
    const held = hold(placeOfAct()!, 'done', new Promise(() => undefined))
    leave(document.querySelector('.toasts button'))
    mouse('pointerover', '.toasts')
    mouse('pointerover', '#b')
    leave(document.querySelector('.toasts'))
    expect(await settled(held)).toBe(false)
    mouse('pointerover', 'h1')
    expect(await settled(held)).toBe(true)
  })

  it('by touch and keyboard until the undo has gone, and the keyboard goes on to the next row', async () => {
    let gone = () => undefined as void
    const undone = new Promise<void>((resolve) => (gone = resolve))
    document.querySelector<HTMLElement>('#a button')!.focus()
    document.querySelector('#a button')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    const held = hold(placeOfAct()!, 'done', undone)
    leave()
    expect(await settled(held)).toBe(false)
    expect(document.activeElement).toBe(document.querySelector('#b button'))
    gone()
    expect(await settled(held)).toBe(true)
  })

  it('nothing closes up while another row is still held', async () => {
    press('a', 'mouse')
    const first = hold(placeOfAct()!, 'done', Promise.resolve())
    let gone = () => undefined as void
    press('b', 'touch')
    const second = hold(placeOfAct()!, 'done', new Promise<void>((resolve) => (gone = resolve)))
    leave()
    expect(await settled(first)).toBe(false)
    gone()
    expect(await settled(second)).toBe(true)
  })

  it('elsewhere nothing is held', () => {
    document.querySelector('h1')!.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
    document.querySelector<HTMLElement>('h1')!.focus()
    expect(placeOfAct()).toBeNull()
  })

  it('is held by the mouse from a dialog that it opened, and let go when the undo has gone elsewhere', async () => {
    document.querySelector('#a td')!.innerHTML += '<dialog open><button class="ok">ok</button></dialog>'
    const event = new Event('pointerdown', { bubbles: true }) as PointerEvent
    Object.defineProperty(event, 'pointerType', { value: 'mouse' })
    document.querySelector('.ok')!.dispatchEvent(event)
    let gone = () => undefined as void
    const held = hold(placeOfAct()!, 'done', new Promise<void>((resolve) => (gone = resolve)))
    leave()
    expect(await settled(held)).toBe(false)
    document.querySelector('dialog')!.removeAttribute('open')
    gone()
    expect(await settled(held)).toBe(true)
  })
})
