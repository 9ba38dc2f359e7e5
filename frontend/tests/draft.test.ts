import { createApp, defineComponent, h, nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetDrafts } from '@/api/session'
import { useDraft } from '@/kit/useDraft'

const content = ref({ name: '' })
let draft: ReturnType<typeof useDraft<{ name: string }>>

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  content.value = { name: '' }
  createApp(
    defineComponent({
      setup() {
        draft = useDraft('test', content, (now) => !now.name)
        return () => h('p')
      },
    }),
  ).mount(document.createElement('div'))
})
afterEach(() => vi.useRealTimers())

describe('a draft', () => {
  it('is kept two seconds after the first key, and read again', async () => {
    content.value.name = 'Ma'
    await nextTick()
    vi.advanceTimersByTime(1_900)
    expect(draft.read()).toBeNull()
    vi.advanceTimersByTime(200)
    expect(draft.read()).toEqual({ name: 'Ma' })
  })

  it('is gone after saving and after logging out', async () => {
    content.value.name = 'Ma'
    await nextTick()
    vi.advanceTimersByTime(2_100)
    draft.forget()
    expect(draft.read()).toBeNull()
    localStorage.setItem('wishbridge.draft.entry.x', '{}')
    localStorage.setItem('wishbridge.language', 'en')
    forgetDrafts()
    expect(Object.keys(localStorage)).toEqual(['wishbridge.language'])
  })
})
