import { createApp, h } from 'vue'
import { expect, it } from 'vitest'
import { Numbered } from '@/kit/Numbered'

it('a wish\'s number is not broken at its dash, wherever it stands in a sentence', () => {
  const box = document.createElement('p')
  createApp({ render: () => h(Numbered, { text: 'recall HH26D-008 of MN26-17' }) }).mount(box)
  expect(Array.from(box.querySelectorAll('.whole'), ({ textContent }) => textContent)).toEqual(['HH26D-008', 'MN26-17'])
  expect(box.textContent).toBe('recall HH26D-008 of MN26-17')
})
