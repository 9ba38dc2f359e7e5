import { client, from, take } from './client'
import type { components } from './community'

export type Profile = components['schemas']['ProfileAnswer']

export const getProfile = () => take<Profile>(client.GET('/api/community/profile'))
export const editProfile = (version: string, body: Partial<Pick<Profile, 'telephone' | 'address' | 'hours'>>) =>
  take<Profile>(client.PATCH('/api/community/profile', { params: { header: from(version) }, body }))
