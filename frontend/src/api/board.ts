import { client, take } from './client'
import type { components } from './community'

/** A wish as everybody may see it: number, item, a dignified text; no name, no category. */
export type Card = components['schemas']['CardAnswer']
export type OneCard = components['schemas']['OneCardAnswer']
export type Wall = components['schemas']['WallAnswer']
export type WallCard = components['schemas']['WallCard']

/** A part of the board; `next` asks for the one after it. */
export type BoardPart = components['schemas']['BoardAnswer']
export const listBoard = (query: Record<string, string | number>) => take<BoardPart>(client.GET('/api/board', { params: { query } }))
export const getCard = (id: string) => take<OneCard>(client.GET('/api/board/{id}', { params: { path: { id } } }))
/** What somebody who came too late could take instead; for members. */
export const similarTo = async (id: string) =>
  (await take<{ results: Card[] }>(client.GET('/api/wishes/{id}/similar', { params: { path: { id } } }))).results

export const getWall = () => take<Wall>(client.GET('/api/wall'))
/** A picture that leads to the wish's page on this host. */
export const qrOf = (id: string) => `/api/board/${id}/qr`
