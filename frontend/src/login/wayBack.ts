/** The address to go on to after signing in: a path of this very house, else `home`.
 *
 * The browser's own reading decides, since it drops tabs and line ends and takes “\” for “/”: what leads to another origin,
 * or is no address, is not followed. */
export function wayBack(wanted: string, home: string): string {
  if (!wanted.startsWith('/')) return home
  try {
    const there = new URL(wanted, location.origin)
    return there.origin === location.origin && !there.pathname.startsWith('//') ? there.pathname + there.search + there.hash : home
  } catch {
    return home
  }
}
