/** Versions of checklists as the server lists them: which stand, and the line that withdraws one. */
import type { RoundsAnswer } from '../api/types'
import type { AttachedFile, Draft } from '../line/compose'

export type Published = RoundsAnswer['checklists'][number]

/** By id the newest version that stands, else the newest that was withdrawn, in log order; of draft versions none. */
export function newestOf(published: Published[]): Published[] {
  const count = published.filter((p) => !p.test)
  const order = [...count.filter((p) => p.withdrawn), ...count.filter((p) => !p.withdrawn)]
  const newest = new Map(order.map((p) => [p.id, p]))
  return count.filter((p) => newest.get(p.id) === p)
}

/**
 * checklist.published of a draft version, as of one that counts: the same document and files, for the same sites and checks. Its
 * files are at the server already, and are named again.
 */
export const countedOf = ({ id, version, title, sha256, programmes, sectors, kinds }: Published, files: AttachedFile[]): Draft => ({
  type: 'checklist.published',
  files,
  body: { id, version, title, sha256, ...(programmes?.length && { programmes }), ...(sectors?.length && { sectors }), ...(kinds?.length && { kinds }) },
})

/** checklist.published that says why nothing begins on the version any more (RECORDS.md). Its document is there already. */
export const withdrawalOf = ({ id, version, title, sha256 }: Published, reason: string): Draft => ({ type: 'checklist.published', body: { id, version, title, sha256, withdrawn: reason.trim() } })
