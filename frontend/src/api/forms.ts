import { client, take } from './client'
import type { components } from './community'
import type { Page } from './types'

type Schemas = components['schemas']

export type FormPreview = Schemas['FormPreview']
export type Sheet = Schemas['SheetAnswer']
export type SheetWish = Schemas['SheetWish']

/** What form and sheet are of: a campaign by its id, or by its number a year with all its campaigns. */
export const isYear = (of: string) => /^\d{4}$/.test(of)
/** The day whose end is meant; none: today. */
const on = (asOf: string) => (asOf ? { as_of: asOf } : {})
const one = (of: string) => ({ campaign_id: of })
const whole = (of: string) => ({ year: Number(of) })

export const previewForm = (of: string, asOf: string) =>
  take<FormPreview>(
    isYear(of)
      ? client.GET('/api/years/{year}/statistics-form', { params: { path: whole(of), query: on(asOf) } })
      : client.GET('/api/campaigns/{campaign_id}/statistics-form', { params: { path: one(of), query: on(asOf) } }),
  )

/** The workbook, and the name that the server gives it. */
export async function exportForm(of: string, body: { as_of?: string; masked: boolean; reason: string }): Promise<{ file: Blob; name: string }> {
  let name = 'form.xlsx'
  const asked = isYear(of)
    ? client.POST('/api/years/{year}/statistics-form', { params: { path: whole(of) }, body, parseAs: 'blob' })
    : client.POST('/api/campaigns/{campaign_id}/statistics-form', { params: { path: one(of) }, body, parseAs: 'blob' })
  const file = await take<Blob>(
    asked.then((answer) => {
      const said = /filename\*=UTF-8''([^;]+)/.exec(answer.response.headers.get('Content-Disposition') ?? '')
      if (said) name = decodeURIComponent(said[1]!)
      return answer
    }),
  )
  return { file, name }
}

export const getSheet = (of: string, asOf: string) =>
  take<Sheet>(
    isYear(of)
      ? client.GET('/api/years/{year}/sheet', { params: { path: whole(of), query: on(asOf) } })
      : client.GET('/api/campaigns/{campaign_id}/sheet', { params: { path: one(of), query: on(asOf) } }),
  )

export function wishesBehind(of: string, asOf: string, key: string, page: number): Promise<Page<SheetWish>> {
  const query = { ...on(asOf), of: key, page, page_size: 10 }
  return take<Page<SheetWish>>(
    isYear(of)
      ? client.GET('/api/years/{year}/sheet/wishes', { params: { path: whole(of), query } })
      : client.GET('/api/campaigns/{campaign_id}/sheet/wishes', { params: { path: one(of), query } }),
  )
}
