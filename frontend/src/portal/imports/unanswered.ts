import type { Batch } from '@/api/imports'

/** Rows that may be a wish which is there already, while nobody has said whether they are: they do not come in. */
export const unanswered = (batch: Batch) => batch.rows.filter((row) => row.outcome === 'attention' && !row.number && row.reasons.some((reason) => reason.code === 'same_wish_perhaps'))
