import { isReachable, untilReachable } from './api/reach'

const MARK = 'wishbridge.loadedAnew'
const ONCE_IN_MS = 600_000

/** Whether this address may be loaded anew by itself: once, so that a file that is gone for good makes no circle. */
export function mayLoadAnew(path: string, now = Date.now()): boolean {
  try {
    const [was, at] = JSON.parse(sessionStorage.getItem(MARK) ?? '[]') as [string?, number?]
    if (was === path && now - (at ?? 0) < ONCE_IN_MS) return false
    sessionStorage.setItem(MARK, JSON.stringify([path, now]))
    return true
  } catch {
    // Where nothing can be remembered nothing is done by itself.
    return false
  }
}

const WALL_MS = 60_000

/**
 * Loads this page anew as soon as the server answers. Where it answered all the time, once; a wall, before which nobody
 * stands, goes on once a minute.
 */
export async function loadAnewWhenReachable(): Promise<void> {
  const away = !(await isReachable())
  if (away) await untilReachable()
  if (away || mayLoadAnew(location.pathname)) location.reload()
  else if (location.pathname.startsWith('/wall')) window.setTimeout(() => location.reload(), WALL_MS)
}
