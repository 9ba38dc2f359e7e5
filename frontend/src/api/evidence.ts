import { client, take } from './client'

/** What shows that a gift arrived; with a picture the request is a form. */
export interface Evidence {
  evidence: 'code' | 'signature' | 'photo' | 'witness'
  code?: string
  carried_by?: 'member' | 'staff' | 'both'
  remark?: string
  picture?: Blob | null
  no_face?: boolean
  /** The page's own time when it was pressed: from offline it may arrive on a later day. */
  pressed_at?: string
}

/** Body and serializer of the request: JSON, or a form where there is a picture. */
export function sent({ picture, ...values }: Evidence) {
  if (!picture) return { body: values }
  const form = new FormData()
  form.append('picture', picture, values.evidence === 'signature' ? 'signature.png' : 'photo.jpg')
  for (const [name, value] of Object.entries(values)) if (value !== undefined) form.append(name, String(value))
  return { body: form as never, bodySerializer: (body: unknown) => body as FormData }
}

export const pictureAddress = (delivery: string) => `/api/deliveries/${delivery}/picture`
export const erasePicture = (delivery: string, reason: string) =>
  take<unknown>(client.POST('/api/deliveries/{id}/picture/erasure', { params: { path: { id: delivery } }, body: { reason } }))
