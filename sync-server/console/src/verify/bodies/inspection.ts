/** What an inspection, a self-assessment and their amendments have to say (shared/records/inspection/body.h). */
import { among, hash, hashes, instant, recordId, said, text, texts, textsByName, whole, type Rule } from '../body_reader'
import { localDayOf } from '../local_day'
import { conduct, party } from './conduct'
import { places } from './place'

/** The kind of every self-assessment, and of no inspection. */
const kSelf = 'self'

export const checklistRef: Rule = (r) =>
  r.within('checklist', (used) => {
    for (const name of ['id', 'version']) used.must(name, said)
    used.must('sha256', hash)
  })

const kVerdicts = ['pass', 'part', 'fail', 'na', 'unanswered', 'not_relevant']

const answers: Rule = (r) => {
  for (const name of ['answers', 'na', 'notes', 'facts']) r.may(name, textsByName)
}

const score: Rule = (r) => {
  for (const name of ['points', 'max']) r.must(name, whole)
  for (const name of ['base', 'bonus']) r.may(name, whole)
  r.may('grade', text)
  for (const name of ['vetoes', 'blocked']) r.may(name, texts)
  r.each('levels', (level) => {
    level.must('id', said)
    for (const name of ['ok', 'applicable']) level.must(name, whole)
  })
  r.each('sections', (section) => {
    section.must('id', said)
    for (const name of ['points', 'max']) section.must(name, whole)
  })
  r.each('items', (item) => {
    item.must('id', said)
    for (const name of ['points', 'max']) item.may(name, whole)
    item.must('verdict', among(kVerdicts))
  })
}

/** What an inspection and a self-assessment both say. */
const version: Rule = (r) => {
  checklistRef(r)
  r.must('kind', said)
  for (const name of ['started', 'finished']) r.must(name, instant)
  if (localDayOf(r.members).state !== 'ok') r.fault('day')
  r.each('team', (member) => member.must('name', said))
  answers(r)
  r.each('findings', (finding) => {
    finding.must('item', said)
    for (const name of ['severity', 'text', 'where', 'due']) finding.may(name, text)
    finding.withinIf('corrected', (corrected) => {
      corrected.must('done', said)
      for (const name of ['before', 'after']) corrected.may(name, hashes)
    })
    // The others need an order.
    if (Object.hasOwn(finding.members, 'corrected') && finding.members.severity !== 'minor') finding.fault('corrected')
  })
  places(r)
  r.within('score', score)
  r.withinIf('party', party)
  conduct(r)
  r.each('moved', (left) => {
    left.may('version', text)
    left.must('sha256', hash)
    left.must('at', instant)
    left.withinIf('aside', answers)
  })
  for (const name of ['trail', 'replaces']) r.may(name, hash)
  for (const name of ['of', 'reason']) r.may(name, text)
  for (const name of ['order', 'task']) r.may(name, recordId)
  r.may('person', text)
  if (r.members.person !== undefined && r.members.person !== '' && !Object.hasOwn(r.members, 'task')) r.fault('person')
  r.withinIf('rating', (rating) => {
    rating.must('salt', (v) => text(v) && /^[0-9a-f]{32}$/.test(v as string))
    rating.must('code', hash)
  })
  const signers = r.members.signers
  if (signers !== undefined && signers !== 1 && signers !== 2) r.fault('signers')
  test(r)
}

/** What is made in test mode leads to nothing: it names neither what sent for it nor what it puts right. */
const test: Rule = (r) => {
  if (!Object.hasOwn(r.members, 'test')) return
  if (r.members.test !== true) r.fault('test')
  for (const name of ['task', 'order', 'rating']) if (Object.hasOwn(r.members, name)) r.fault(name)
}

const unrated: Rule = (r) => {
  if (Object.hasOwn(r.members, 'rating')) r.fault('rating')
}

const amends: Rule = (r) => {
  unrated(r)
  r.must('of', recordId)
  r.must('reason', said)
  // It is the submission that is made in test mode, and it is never amended.
  if (Object.hasOwn(r.members, 'test')) r.fault('test')
}

const inspection: Rule = (r) => {
  version(r)
  if (r.members.kind === kSelf) r.fault('kind')
  if (Object.hasOwn(r.members, 'round')) r.fault('round')
}

const assessment: Rule = (r) => {
  version(r)
  if (r.members.kind !== kSelf) r.fault('kind')
  r.must('round', said)
  unrated(r)
  if (r.members.signers === 2) r.fault('signers')
  if (Object.hasOwn(r.members, 'task')) r.fault('task')
  r.each('contributors', (one) => {
    one.must('kid', said)
    one.may('name', text)
    one.may('items', texts)
  })
}

export const kVersionRules: Record<string, Rule> = {
  'inspection.submitted': inspection,
  'inspection.amended': (r) => {
    amends(r)
    inspection(r)
  },
  'assessment.submitted': assessment,
  'assessment.amended': (r) => {
    amends(r)
    assessment(r)
  },
}
