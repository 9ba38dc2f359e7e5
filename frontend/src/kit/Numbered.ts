import { h, type FunctionalComponent } from 'vue'

const NUMBER = /([A-Z][A-Z0-9]*-\d+)/

/** A text in which a wish's number stands: people say it aloud, so it is never broken at its dash. */
export const Numbered: FunctionalComponent<{ text: string }> = ({ text }) =>
  text.split(NUMBER).map((part, index) => (index % 2 ? h('span', { class: 'whole' }, part) : part))
Numbered.props = ['text']
