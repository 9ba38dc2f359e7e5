import { useI18n } from 'vue-i18n'

interface Named { id: string; year: number; yearly: boolean; title: string }

/** What a campaign is called in a sentence: the year where it is the only one of its year, else its name. */
export function useNaming() {
  const { t } = useI18n()
  return (campaign: Named, all: readonly Named[]) =>
    campaign.yearly && all.every((each) => each.id === campaign.id || each.year !== campaign.year) ? t('portal.shell.year', { year: campaign.year }) : campaign.title
}
