/** What the acts of a rectification have to say: the one shape of shared/records/rectification/act.h. */
import { kActTypes, kWanted, type ActKind } from '../../folds/act'
import { whereabouts } from './place'
import { among, day, hash, isObject, recordId, said, text, type Rule } from '../body_reader'

const delivery: Rule = (r) => {
  r.must('how', among(['in_person', 'refused', 'post', 'electronic']))
  for (const name of ['name', 'witness', 'reason', 'tracking']) r.may(name, text)
  r.may('signature', hash)
  if (r.members.how === 'in_person') {
    r.must('name', said)
    r.must('signature', hash)
  }
  if (r.members.how === 'refused') for (const name of ['witness', 'reason']) r.must(name, said)
}

const entry = (kind: ActKind, seen: Set<unknown>): Rule => (r) => {
  const wanted = kWanted[kind]
  r.must('item', said)
  if (wanted.textNeeded) r.must(wanted.text, said)
  else r.may(wanted.text, text)
  if (wanted.day && wanted.dayNeeded) r.must(wanted.day, day)
  else if (wanted.day) r.may(wanted.day, day)
  if (kind === 'reported') r.may('late', text)
  if (kind === 'ordered') {
    r.must('requirement', said)
    r.may('clause', isObject)
  }
  if (seen.has(r.members.item)) r.fault('item')
  seen.add(r.members.item)
}

const act = (kind: ActKind): Rule => (r) => {
  r.must('of', recordId)
  if (kind === 'ordered') {
    r.must('hash', hash)
    r.must('count', among(['working', 'calendar']))
    r.must('office', said)
    for (const name of ['contact', 'remedies']) r.may(name, text)
  } else if (kind === 'ended' || kind === 'archived') r.may('order', recordId)
  else r.must('order', recordId)
  if (kind === 'ordered' || kind === 'delivered') r.within('delivery', delivery)
  if (kind === 'extended' || kind === 'extensionRefused') r.must('about', recordId)
  else r.may('about', recordId)
  r.may('inspection', recordId)
  if (kind === 'handedOver') r.must('to', said)
  if (kind === 'ended') r.must('why', among(['closed_down', 'unreachable']))
  if (kind === 'archived') r.must('term', among(['permanent', '30', '10']))
  r.withinIf('place', whereabouts)
  r.each('findings', entry(kind, new Set()))
  const none = !Array.isArray(r.members.findings) || r.members.findings.length === 0
  if (none !== (kind === 'archived')) r.fault('findings')
}

export const kActRules: Record<string, Rule> = Object.fromEntries(Object.entries(kActTypes).map(([kind, type]) => [type, act(kind as ActKind)]))
