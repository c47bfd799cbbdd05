/**
 * What a body has to say, of the types that this page reads: the rule of shared/records/rules.h, by which the server takes
 * a line and every other reader believes it. The cases that both are held to stand in tests/unit/records/cases. A number
 * of more than 53 bits, or an integer that is written as 1.0, this reader cannot tell from another; no program of ours
 * writes one.
 */
import type { Line } from '../line/line'
import { kContributionRules } from './bodies/assessment'
import { kComplaintRules } from './bodies/complaint'
import { delivered } from './bodies/conduct'
import { kDisposalRules } from './bodies/disposal'
import { kVersionRules } from './bodies/inspection'
import { kPanelRules } from './bodies/panel'
import { whereabouts } from './bodies/place'
import { plain, plainRead } from './bodies/plain_text'
import { kPlanningRules } from './bodies/planning'
import { kPublicationRules } from './bodies/publication'
import { kActRules } from './bodies/rectification'
import { kRatingRules } from './bodies/rating'
import { kReferenceRules } from './bodies/reference'
import { kReferralRules } from './bodies/referral'
import { among, flag, hash, Reader, recordId, said, text, type Json, type Rule } from './body_reader'
import { bad, ok, type Check } from './check'

export function checkBody(line: Line): Check {
  const member = bodyFault(line.payload.type, line.payload.body)
  return member === null ? ok('body', 'body.ok') : bad('body', 'body.bad', { member })
}

/** The path of the first member that is not as it has to be; null where all are, and for types that have no rule here. */
export function bodyFault(type: string, body: Json): string | null {
  const read = new Reader(body)
  kRules.get(type)?.(read)
  return read.faults[0] ?? null
}

const review: Rule = (r) => {
  r.must('of', recordId)
  r.must('hash', hash)
  r.may('comment', text)
  r.may('batch', recordId)
  r.may('person', said)
  r.each('items', (item) => {
    item.must('item', said)
    item.may('comment', text)
  })
}

/** kMostRemarkBytes of shared/records/review/remark.h. */
const kMostRemarkBytes = 4000
const remark: Rule = (r) => {
  r.must('of', recordId)
  for (const name of ['item', 'person']) r.must(name, said)
  r.may('answers', recordId)
  r.may('resolved', flag)
  const resolves = r.members.resolved === true
  if (resolves && r.members.answers === undefined) r.fault('resolved')
  if (resolves) r.may('text', plain(kMostRemarkBytes))
  else r.must('text', plainRead(kMostRemarkBytes))
}

const reviewAssignment: Rule = (r) => {
  r.must('of', recordId)
  r.may('to', text)
  r.may('comment', text)
}

const cosignature: Rule = (r) => {
  r.must('of', recordId)
  for (const name of ['hash', 'content']) r.must(name, hash)
  r.may('task', recordId)
  r.may('person', text)
  r.withinIf('place', whereabouts)
  if (Object.hasOwn(r.members, 'task') !== Boolean(r.members.person)) r.fault('person')
}

const issued: Rule = (r) => {
  r.must('of', recordId)
  for (const name of ['hash', 'layout', 'pdf']) r.must(name, hash)
  for (const name of ['paper', 'language', 'number']) r.must(name, said)
}

const feedback: Rule = (r) => r.must('text', said)

export const kFeedbackClasses = ['unclear', 'impracticable', 'outdated', 'wrong_reference', 'conflicting', 'incomplete', 'no_fault', 'other'] as const
const feedbackAnswered: Rule = (r) => {
  r.must('of', recordId)
  r.must('person', said)
  r.must('as', among(kFeedbackClasses))
  r.must('text', said)
}

const kRules = new Map(Object.entries({ ...kVersionRules, ...kContributionRules, ...kReferenceRules, ...kActRules, ...kPlanningRules, ...kPublicationRules, ...kComplaintRules, ...kRatingRules, ...kPanelRules, ...kReferralRules, ...kDisposalRules, 'review.accepted': review, 'review.returned': review, 'review.assigned': reviewAssignment, 'remark.added': remark, 'inspection.cosigned': cosignature, 'inspection.delivered': delivered, 'standard.feedback': feedback, 'feedback.answered': feedbackAnswered, 'document.issued': issued, 'document.filed': issued }))
