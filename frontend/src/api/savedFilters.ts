import { client, take } from './client'
import type { components } from './community'

export type SavedFilter = components['schemas']['SavedFilterAnswer']

export const listSavedFilters = () => take<SavedFilter[]>(client.GET('/api/my/filters'))
export const saveFilter = (body: Omit<SavedFilter, 'id'>) => take<SavedFilter[]>(client.POST('/api/my/filters', { body }))
export const forgetFilter = (filter_id: string) => take<unknown>(client.DELETE('/api/my/filters/{filter_id}', { params: { path: { filter_id } } }))
