import { createApp } from 'vue'
import { createLanguage } from './language'
import Unavailable from './kit/Unavailable.vue'

/** The page for a server that does not answer: nothing else of the product is needed for it. */
export async function mount(): Promise<void> {
  const language = await createLanguage(['kit'])
  createApp(Unavailable).use(language).mount('#app')
}
