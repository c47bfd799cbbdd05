/** Versions of checklists as the server lists them: which stand, and the line that withdraws one. */
import type { RoundsAnswer } from '../api/types'
import type { Draft } from '../line/compose'

export type Published = RoundsAnswer['checklists'][number]

/** By id the newest version that stands, else the newest; in log order. */
export function newestOf(published: Published[]): Published[] {
  const order = [...published.filter((p) => p.withdrawn), ...published.filter((p) => !p.withdrawn)]
  const newest = new Map(order.map((p) => [p.id, p]))
  return published.filter((p) => newest.get(p.id) === p)
}

/** checklist.published that says why nothing begins on the version any more (RECORDS.md). Its document is there already. */
export const withdrawalOf = ({ id, version, title, sha256 }: Published, reason: string): Draft => ({ type: 'checklist.published', body: { id, version, title, sha256, withdrawn: reason.trim() } })
