/**
 * What the next line of an inspection or a self-assessment is judged by, and what it does: shared/records/inspection/standing.h.
 * A review counts only where it names the version that was newest before it, and never where it is by the author; what was
 * accepted is closed, and what was made in test mode was never open.
 */
import type { Status } from '../api/types'
import type { Line } from '../line/line'

export interface Standing {
  /** Of the submission. */
  id: string
  kid: string
  /** Line hash of the newest version. */
  newest: string
  status: Status
  version: number
  assessment?: true
  /** Line hash of the second signature under the newest version. */
  cosigned?: string
  /** An item with a veto failed in the newest version. */
  veto?: true
  /** The first of two who accept such a version: shared/records/review/second.h. */
  agreed?: { line: string; person: string }
}

/** `agreed`: half of an acceptance. */
export type Step = 'none' | 'version' | 'review' | 'cosigned' | 'agreed'

export const isReview = (type: string) => type === 'review.accepted' || type === 'review.returned'
export const isAssessmentVersion = (type: string) => type === 'assessment.submitted' || type === 'assessment.amended'

export const isCosignature = (type: string) => type === 'inspection.cosigned'

export const isDelivery = (type: string) => type === 'inspection.delivered'
/** Whether the result of this version may be said to have been delivered: shared/records/inspection/result_delivery.h. */
export const mayDeliver = (standing: Standing, body: Record<string, unknown>): boolean =>
  !standing.assessment && standing.status !== 'incomplete' && standing.status !== 'test' && body.of === standing.id && body.hash === standing.newest

/** Made in test mode (shared/records/inspection/test_mode.h): it counts for nothing, and no line follows it. */
export const isTest = (body: Record<string, unknown>): boolean => body.test === true

/** Where a version stands that was just signed, by what its body says. */
export const firstStatus = (body: Record<string, unknown>): Status => (isTest(body) ? 'test' : body.signers === 2 ? 'incomplete' : 'submitted')

const isVetoed = ({ score }: Record<string, unknown>) => {
  const { vetoes } = (score ?? {}) as { vetoes?: unknown }
  return Array.isArray(vetoes) && vetoes.length > 0
}

/** Where a submission stands that was just signed. */
export function firstStanding({ kid, hash, payload: { id, type, body } }: Pick<Line, 'kid' | 'hash' | 'payload'>): Standing {
  return { id, kid, newest: hash, status: firstStatus(body), version: 1, ...(isAssessmentVersion(type) && { assessment: true }), ...(isVetoed(body) && { veto: true }) }
}

/** Of an acceptance of a version that two have to accept. One that says nobody's name is from before that rule, and comes after none that does. */
function agree(standing: Standing, person: unknown, hash: string): Step {
  if (typeof person !== 'string' || person === '') return standing.agreed ? 'none' : 'review'
  if (standing.agreed) return standing.agreed.person === person ? 'none' : 'review'
  Object.assign(standing, { agreed: { line: hash, person }, status: 'submitted' })
  return 'agreed'
}

/** Takes in one amendment, second signature or review. Changes `standing`. */
export function advance(standing: Standing, { kid, hash, payload }: Pick<Line, 'kid' | 'hash' | 'payload'>): Step {
  const { type, body } = payload
  if (standing.status === 'accepted' || standing.status === 'test' || body.of !== standing.id) return 'none'
  const own = kid === standing.kid
  if (type === (standing.assessment ? 'assessment.amended' : 'inspection.amended')) {
    if (!own) return 'none'
    Object.assign(standing, { newest: hash, version: standing.version + 1, status: firstStatus(body) })
    delete standing.cosigned
    delete standing.agreed
    if (isVetoed(body)) standing.veto = true
    else delete standing.veto
    return 'version'
  }
  if (isCosignature(type)) {
    if (standing.assessment || own || body.hash !== standing.newest || standing.cosigned || standing.status === 'returned') return 'none'
    Object.assign(standing, { cosigned: hash, status: 'submitted' })
    return 'cosigned'
  }
  // What one of two has signed is nothing to review yet.
  if (!isReview(type) || own || standing.status === 'incomplete' || body.hash !== standing.newest) return 'none'
  if (type === 'review.returned') {
    delete standing.agreed
    standing.status = 'returned'
    return 'review'
  }
  const step = standing.veto ? agree(standing, body.person, hash) : 'review'
  if (step === 'review') standing.status = 'accepted'
  return step
}
