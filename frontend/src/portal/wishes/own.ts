import type { Account } from '@/api/types'
import type { WishRow } from '@/api/wishes'

/** Whether the reader collected the wish, and so may not assess it: by account, by name only where none is known. Where
 * four eyes are switched off for the campaign, everybody may. */
export function isOwn(wish: Pick<WishRow, 'collector' | 'collector_id' | 'four_eyes_off'>, account: Pick<Account, 'id' | 'name'> | null): boolean {
  if (!account || wish.four_eyes_off) return false
  const plain = (name: string) => name.replace(/\s/g, '')
  return wish.collector_id ? wish.collector_id === account.id : wish.collector !== '' && plain(wish.collector) === plain(account.name)
}
