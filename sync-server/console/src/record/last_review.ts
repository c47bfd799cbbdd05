/** The last review of a record that counts: read before the answers, and beside the items that it names. */
import type { VerifiedLine, VerifiedRecord } from '../verify/record'

export interface LastReview {
  verb: 'accepted' | 'returned'
  name: string
  at: string
  /** The first of two who have to accept it: it waits for the other. */
  half: boolean
  comment: string
  items: Map<string, string>
  /** It speaks of the version that is shown, not of an earlier one. */
  ofThis: boolean
}

const text = (v: unknown) => (typeof v === 'string' ? v : '')

export function lastReview(v: VerifiedRecord): LastReview | null {
  const last = v.reviews.filter((r) => r.good && r.line.kid !== v.current.line.kid).at(-1)
  if (!last) return null
  const { type, at, body } = last.line.payload
  return {
    verb: type === 'review.accepted' ? 'accepted' : 'returned',
    half: v.agreed === last && v.status === 'submitted',
    name: last.author?.person.name ?? '',
    at,
    comment: text(body.comment),
    items: new Map(remarksOf(last).map((r) => [r.item, r.comment])),
    ofThis: body.hash === v.current.line.hash,
  }
}

export function remarksOf(line: VerifiedLine): { item: string; comment: string }[] {
  const { items } = line.line.payload.body
  if (!Array.isArray(items)) return []
  return items.filter((i): i is { item: string; comment: string } => typeof i?.item === 'string' && typeof i?.comment === 'string')
}
