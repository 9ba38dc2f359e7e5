import { createApp, defineComponent, h, nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftsAre, forgetDrafts, forgetOldDrafts } from '@/api/session'
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

  it('outlives a session that ended, for whoever wrote it, and a day', async () => {
    draftsAre('ma')
    content.value.name = 'Ma'
    await nextTick()
    vi.advanceTimersByTime(2_100)
    forgetOldDrafts()
    draftsAre('ma')
    expect(draft.read()).toEqual({ name: 'Ma' })
    draftsAre('zhou')
    expect(draft.read()).toBeNull()
    content.value.name = 'Zhou'
    await nextTick()
    vi.advanceTimersByTime(2_100)
    vi.advanceTimersByTime(25 * 60 * 60 * 1000)
    forgetOldDrafts()
    expect(draft.read()).toBeNull()
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
    expect(Object.keys(localStorage)).not.toContain('wishbridge.draft.entry.x')
    expect(localStorage.getItem('wishbridge.language')).toBe('en')
  })
})
