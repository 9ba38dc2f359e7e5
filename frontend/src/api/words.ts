import { client, from, take } from './client'
import type { components } from './community'

type Schemas = components['schemas']
/** A community's own word for a category of people. */
export type CategoryWord = Schemas['CategoryWordAnswer']
type Entered = { word: string; category: string }
const named = (id: string) => ({ path: { word_id: id } })

export const listWords = () => take<CategoryWord[]>(client.GET('/api/category-words'))
export const addWord = (body: Entered) => take<CategoryWord>(client.POST('/api/category-words', { body: body as Schemas['CategoryWordInputRequest'] }))
export const correctWord = (id: string, version: string, body: Partial<Entered>) =>
  take<CategoryWord>(client.PATCH('/api/category-words/{word_id}', { params: { ...named(id), header: from(version) }, body: body as Schemas['PatchedCategoryWordInputRequest'] }))
export const forgetWord = (id: string) => take(client.DELETE('/api/category-words/{word_id}', { params: named(id) }))
