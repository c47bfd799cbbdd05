/** How the result came to the inspected party after the record was sealed, read from believed lines (RECORDS.md, `inspection.delivered`). */
import type { VerifiedRecord } from '../verify/record'

export interface Delivery {
  hash: string
  way: string
  at: string
  to: string
  name: string
  note: string
  /** Photos and receipts that go along. */
  receipts: { sha256: string; type: string }[]
  /** Who says so. */
  by: string
  /** Of the newest version; an earlier one was delivered else. */
  newest: boolean
}

const str = (v: unknown) => (typeof v === 'string' ? v : '')

/** In log order. */
export const deliveriesOf = ({ deliveries, current }: Pick<VerifiedRecord, 'deliveries' | 'current'>): Delivery[] =>
  deliveries.map(({ line: { hash, payload: { body, files } }, author }) => ({
    hash,
    way: str(body.way),
    at: str(body.at),
    to: str(body.to),
    name: str(body.name),
    note: str(body.note),
    receipts: files.filter((f) => f.role === 'receipt').map(({ sha256, type }) => ({ sha256, type })),
    by: author?.person.name ?? '',
    newest: body.hash === current.line.hash,
  }))
