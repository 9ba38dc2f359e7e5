import { createApp, h, nextTick } from 'vue'
import { createI18n } from 'vue-i18n'
import { afterEach, describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import ErrorSummary from '@/kit/ErrorSummary.vue'

const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh: { kit: { summary: { title: 'title' }, labelled: ({ named }: { named: (key: string) => string }) => `${named('label')}：${named('text')}` } } } as never })
let app: ReturnType<typeof createApp>
afterEach(() => app.unmount())

async function shown(problem: Problem, more: Record<string, unknown> = {}) {
  app = createApp({ render: () => h('form', [h(ErrorSummary, { problem, ...more }), h('label', { for: 'name' }, ['姓名 ', h('small', '选填')]), h('input', { id: 'name' }), h('fieldset', [h('legend', '方式'), h('input', { id: 'manner' })])]) })
  app.use(i18n)
  document.body.innerHTML = '<div id="app"></div>'
  app.mount('#app')
  await nextTick()
  await nextTick()
  return [...document.querySelectorAll('.error-summary li')].map((line) => line.textContent!.trim())
}

describe('the summary of what was refused', () => {
  it('names each field as the form calls it', async () => {
    expect(await shown(new Problem(400, 'invalid', '', { name: ['请填写这一项。'], manner: ['请选择。'], gone: ['没有这一项。'] }))).toEqual(['姓名：请填写这一项。', '方式：请选择。', '没有这一项。'])
  })
})
