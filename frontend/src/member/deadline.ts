import { useI18n } from 'vue-i18n'
import type { MyClaim } from '@/api/mine'
import { shortDate } from '@/language/dates'

export type Nearness = 'late' | 'today' | 'tomorrow' | 'left' | 'none'

/** How near a deadline is, in working days as the server counts them; none once the gift is brought. */
export function nearness(days: number | null): Nearness {
  if (days === null) return 'none'
  if (days < 0) return 'late'
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'left'
}

/** The deadline in words: 今天到期, 还有 6 个工作日. */
export function useDeadline() {
  const { t } = useI18n()
  return (claim: Pick<MyClaim, 'days_left' | 'deadline'>) => {
    const near = nearness(claim.days_left)
    if (near === 'none') return shortDate(claim.deadline)
    const days = Math.abs(claim.days_left ?? 0)
    return t(`member.deadline.${near}`, { days, date: shortDate(claim.deadline) }, days)
  }
}
