import { currentLocale } from '.'

const zone = 'Asia/Shanghai'
const tag = () => (currentLocale() === 'en' ? 'en-GB' : 'zh-CN')
/** A plain date is noon in the community's zone, so that no zone moves it to another day. */
const moment = (iso: string) => new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso)

/** In the reader's language; what is no date (somebody wrote it into an address) is shown as it was written. */
function written(iso: string, parts: Intl.DateTimeFormatOptions): string {
  const when = moment(iso)
  // The 31st of February is no date, but the browser makes one of it.
  const real = !Number.isNaN(when.getTime()) && (iso.length !== 10 || when.toISOString().slice(0, 10) === iso)
  return real ? new Intl.DateTimeFormat(tag(), { ...parts, timeZone: zone }).format(when) : iso
}

/** 2026-11-23 → 2026年11月23日, 23 November 2026 */
export function longDate(iso: string): string {
  return written(iso, { year: 'numeric', month: 'long', day: 'numeric' })
}

/** 2026-11-23 → 11月23日, 23 November: for lists whose year is clear. */
export function shortDate(iso: string): string {
  return written(iso, { month: 'long', day: 'numeric' })
}

/** A day of a campaign: with its year only where that is not the campaign's own. */
export const dayOfYear = (iso: string, year: number) => (iso.startsWith(String(year)) ? shortDate(iso) : longDate(iso))

export function weekday(iso: string): string {
  return written(iso, { weekday: 'long' })
}

/** 11:42, in the community's zone. */
export function clockTime(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(moment(iso))
}

export function dateTime(iso: string): string {
  return `${longDate(iso)} ${clockTime(iso)}`
}

/** Whole days from `from` to `to` (both dates); negative when `to` lies behind. */
export function daysBetween(from: string, to: string): number {
  return Math.round((moment(to.slice(0, 10)).getTime() - moment(from.slice(0, 10)).getTime()) / 86_400_000)
}
