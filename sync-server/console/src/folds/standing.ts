/**
 * What the next line of an inspection or a self-assessment is judged by, and what it does: shared/records/inspection/standing.h.
 * A review counts only where it names the version that was newest before it, and never where it is by the author; what was
 * accepted is closed.
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
}

export type Step = 'none' | 'version' | 'review'

export const isReview = (type: string) => type === 'review.accepted' || type === 'review.returned'
export const isAssessmentVersion = (type: string) => type === 'assessment.submitted' || type === 'assessment.amended'

/** Takes in one amendment or review. Changes `standing`. */
export function advance(standing: Standing, { kid, hash, payload }: Pick<Line, 'kid' | 'hash' | 'payload'>): Step {
  const { type, body } = payload
  if (standing.status === 'accepted' || body.of !== standing.id) return 'none'
  const own = kid === standing.kid
  if (type === (standing.assessment ? 'assessment.amended' : 'inspection.amended')) {
    if (!own) return 'none'
    Object.assign(standing, { newest: hash, version: standing.version + 1, status: 'submitted' })
    return 'version'
  }
  if (!isReview(type) || own || body.hash !== standing.newest) return 'none'
  standing.status = type === 'review.accepted' ? 'accepted' : 'returned'
  return 'review'
}
