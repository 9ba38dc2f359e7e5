import { client, take } from './client'
import type { components } from './community'
import type { Page } from './types'

type Schemas = components['schemas']

export type FormPreview = Schemas['FormPreview']
export type Sheet = Schemas['SheetAnswer']
export type SheetWish = Schemas['SheetWish']

/** A campaign, and the day whose end is meant; none: today. */
const of = (campaign: string, asOf: string) => ({ path: { campaign_id: campaign }, query: asOf ? { as_of: asOf } : {} })

export const previewForm = (campaign: string, asOf: string) => take<FormPreview>(client.GET('/api/campaigns/{campaign_id}/statistics-form', { params: of(campaign, asOf) }))

/** The workbook, and the name that the server gives it. */
export async function exportForm(campaign: string, body: { as_of?: string; masked: boolean; reason: string }): Promise<{ file: Blob; name: string }> {
  let name = 'form.xlsx'
  const file = await take<Blob>(
    client.POST('/api/campaigns/{campaign_id}/statistics-form', { params: { path: { campaign_id: campaign } }, body, parseAs: 'blob' }).then((answer) => {
      const said = /filename\*=UTF-8''([^;]+)/.exec(answer.response.headers.get('Content-Disposition') ?? '')
      if (said) name = decodeURIComponent(said[1]!)
      return answer
    }),
  )
  return { file, name }
}

export const getSheet = (campaign: string, asOf: string) => take<Sheet>(client.GET('/api/campaigns/{campaign_id}/sheet', { params: of(campaign, asOf) }))

export function wishesBehind(campaign: string, asOf: string, key: string, page: number): Promise<Page<SheetWish>> {
  const asked = of(campaign, asOf)
  return take<Page<SheetWish>>(client.GET('/api/campaigns/{campaign_id}/sheet/wishes', { params: { ...asked, query: { ...asked.query, of: key, page, page_size: 10 } } }))
}
