/** What is being written of a list of cases to dispose of, and the body that comes of it. Pure. */
import { kMostDisposed } from '../verify/bodies/disposal'
import type { ArchivedCase, KnownDisposal } from '../api/archive_types'

export interface DisposalDraft {
  reason: string
  disputes: string
  boxes: { sha256: string; title: string }[]
}

/** A case that may stand on a list: its term has passed, it waits on no other, and it is there. */
export const mayBeListed = (one: ArchivedCase): boolean => one.due && one.term !== 'permanent' && one.until !== null && one.waits === null && one.disposed === null

/** The smallest region that all of them lie in; '' where there is none. */
export function regionOf(cases: readonly Pick<ArchivedCase, 'region'>[]): string {
  const first = cases[0]?.region ?? ''
  for (let length = first.length; length > 0; length -= 2) {
    const region = first.slice(0, length)
    if (cases.every((one) => one.region.startsWith(region))) return region
  }
  return ''
}

export type DisposalLack = 'reason' | 'disputes' | 'title' | 'many'

export function disposalLacks(draft: DisposalDraft, cases: number): DisposalLack[] {
  const lacks: DisposalLack[] = []
  for (const name of ['reason', 'disputes'] as const) if (draft[name].trim() === '') lacks.push(name)
  if (draft.boxes.some((box) => box.title.trim() === '')) lacks.push('title')
  if (Math.max(cases, draft.boxes.length) > kMostDisposed) lacks.push('many')
  return lacks
}

export function disposalBody(draft: DisposalDraft, cases: readonly ArchivedCase[], person: string): Record<string, unknown> {
  const boxes = draft.boxes.map(({ sha256, title }) => ({ sha256, title: title.trim() }))
  return {
    person,
    reason: draft.reason.trim(),
    disputes: draft.disputes.trim(),
    cases: cases.map(({ case: of, act, term, until }) => ({ case: of, act, term, until })),
    ...(boxes.length > 0 && { boxes }),
  }
}

export function decisionBody(of: Pick<KnownDisposal, 'id' | 'hash'>, person: string, reason: string): Record<string, unknown> {
  return { of: of.id, version: of.hash, person, ...(reason.trim() !== '' && { reason: reason.trim() }) }
}
