import { namedCampaign, type CampaignHead } from '@/campaigns'

/** Which campaign new wishes went into last: kept on this computer for each account. */
const place = (account: string) => `wishbridge.campaign.${account}`

/** The campaign that is chosen already: the one that the address names, the last one, the only one; none where it is to be asked. */
export function firstChoice(goingOn: readonly CampaignHead[], account: string, asked = ''): string {
  if (goingOn.length === 1) return goingOn[0]!.id
  const kept = localStorage.getItem(place(account)) ?? ''
  return (namedCampaign(asked, goingOn) ?? goingOn.find((each) => each.id === kept))?.id ?? ''
}
export const keepChoice = (account: string, id: string) => localStorage.setItem(place(account), id)
