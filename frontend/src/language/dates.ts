import { currentLocale } from '.'

const zone = 'Asia/Shanghai'
const tag = () => (currentLocale() === 'en' ? 'en-GB' : 'zh-CN')
/** A plain date is noon in the community's zone, so that no zone moves it to another day. */
const moment = (iso: string) => new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso)

/** 2026-11-23 → 2026年11月23日, 23 November 2026 */
export function longDate(iso: string): string {
  return new Intl.DateTimeFormat(tag(), { year: 'numeric', month: 'long', day: 'numeric', timeZone: zone }).format(moment(iso))
}

/** 2026-11-23 → 11月23日, 23 November: for lists whose year is clear. */
export function shortDate(iso: string): string {
  return new Intl.DateTimeFormat(tag(), { month: 'long', day: 'numeric', timeZone: zone }).format(moment(iso))
}

export function weekday(iso: string): string {
  return new Intl.DateTimeFormat(tag(), { weekday: 'long', timeZone: zone }).format(moment(iso))
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
