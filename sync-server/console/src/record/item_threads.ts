/** What supervisor and inspector write to each other at the items of the open record, by item. */
import { computed } from 'vue'
import type { Thread } from '../folds/thread'
import type { VerifiedLine } from '../verify/record'
import { record } from './open_record'

export type ItemThread = Thread<VerifiedLine>

export const threadsByItem = computed(() => {
  const out = new Map<string, ItemThread[]>()
  for (const thread of record.verified?.threads ?? []) out.set(thread.item, [...(out.get(thread.item) ?? []), thread])
  return out
})

/** With the record's acceptance all of them end. */
export const isOpen = (thread: ItemThread) => !thread.resolved && record.verified?.status !== 'accepted'
