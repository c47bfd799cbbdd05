/** What has to be said of what followed a failed item under its kind of supervision (shared/records/rectification/referral.h). */
import { kSupervisions } from '../../base/supervision'
import { among, day, hash, recordId, said, texts, type Rule } from '../body_reader'
import { isBlank, plain, plainRead } from './plain_text'

export const kMostReferralBytes = 3_000
const kMostItems = 200

export const kReferralRules: Record<string, Rule> = {
  'finding.referred': (r) => {
    r.must('of', recordId)
    r.must('hash', hash)
    r.must('items', (v) => Array.isArray(v) && texts(v) && v.length >= 1 && v.length <= kMostItems && new Set(v).size === v.length && !v.some((one) => isBlank(one as string)))
    r.must('kind', among(kSupervisions))
    for (const name of ['to', 'number']) r.must(name, plainRead(kMostReferralBytes))
    r.must('day', day)
    r.must('person', said)
    r.may('text', plain(kMostReferralBytes))
  },
  'referral.answered': (r) => {
    r.must('of', recordId)
    r.must('as', among(['received', 'concluded', 'declined']))
    r.must('day', day)
    r.must('person', said)
    if (r.members.as === 'received') r.may('text', plain(kMostReferralBytes))
    else r.must('text', plainRead(kMostReferralBytes))
    r.may('number', plain(kMostReferralBytes))
  },
}
