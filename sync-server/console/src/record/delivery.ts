/** How the result came to the inspected party after the record was sealed, read from believed lines (RECORDS.md, `inspection.delivered`). */
import type { RecordFile } from '../line/line'
import type { VerifiedRecord } from '../verify/record'
import { signedPlace, type Whereabouts } from './places'

export interface Delivery {
  hash: string
  way: string
  at: string
  to: string
  name: string
  note: string
  /** Photos and receipts that go along. */
  receipts: RecordFile[]
  /** Where it was said; null where nobody asked. */
  where: Whereabouts | null
  /** Who says so. */
  by: string
  /** Of the newest version; an earlier one was delivered else. */
  newest: boolean
}

const str = (v: unknown) => (typeof v === 'string' ? v : '')

/** In log order. */
export const deliveriesOf = ({ deliveries, current }: Pick<VerifiedRecord, 'deliveries' | 'current'>): Delivery[] =>
  deliveries.map(({ line, author }) => {
    const { body, files } = line.payload
    return {
      hash: line.hash,
      way: str(body.way),
      at: str(body.at),
      to: str(body.to),
      name: str(body.name),
      note: str(body.note),
      receipts: files.filter((f) => f.role === 'receipt'),
      where: signedPlace(line),
      by: author?.person.name ?? '',
      newest: body.hash === current.line.hash,
    }
  })
