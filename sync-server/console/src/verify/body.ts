/**
 * What a body has to say, of the types that this page reads: the rule of shared/records/rules.h, by which the server takes
 * a line and every other reader believes it. The cases that both are held to stand in tests/unit/records/cases. A number
 * of more than 53 bits, or an integer that is written as 1.0, this reader cannot tell from another; no program of ours
 * writes one.
 */
import { readInstant } from '../line/clock'
import type { Line } from '../line/line'
import { bad, ok, type Check } from './check'
import { localDayOf } from './local_day'

type Json = Record<string, unknown>
type Rule = (r: Reader) => void

export function checkBody(line: Line): Check {
  const member = bodyFault(line.payload.type, line.payload.body)
  return member === null ? ok('body', 'body.ok') : bad('body', 'body.bad', { member })
}

/** The path of the first member that is not as it has to be; null where all are, and for types that have no rule here. */
export function bodyFault(type: string, body: Json): string | null {
  const read = new Reader(body)
  kRules[type]?.(read)
  return read.faults[0] ?? null
}

const kHash = /^[0-9a-f]{64}$/
const kUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const kVerdicts = ['pass', 'part', 'fail', 'na', 'unanswered', 'not_relevant']
const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)

class Reader {
  constructor(
    readonly members: Json,
    readonly path = 'body',
    readonly faults: string[] = [],
  ) {}

  must(name: string, good: (v: unknown) => boolean): void {
    if (!good(this.members[name])) this.faults.push(`${this.path}.${name}`)
  }
  may(name: string, good: (v: unknown) => boolean): void {
    if (Object.hasOwn(this.members, name)) this.must(name, good)
  }
  within(name: string, rule: Rule): void {
    const inner = this.members[name]
    if (isObject(inner)) rule(new Reader(inner, `${this.path}.${name}`, this.faults))
    else this.faults.push(`${this.path}.${name}`)
  }
  withinIf(name: string, rule: Rule): void {
    if (Object.hasOwn(this.members, name)) this.within(name, rule)
  }
  each(name: string, rule: Rule): void {
    const list = this.members[name]
    if (list === undefined) return
    if (!Array.isArray(list)) this.faults.push(`${this.path}.${name}`)
    else list.forEach((entry: unknown, i) => (isObject(entry) ? rule(new Reader(entry, `${this.path}.${name}[${i}]`, this.faults)) : this.faults.push(`${this.path}.${name}[${i}]`)))
  }
}

const text = (v: unknown) => typeof v === 'string'
const said = (v: unknown) => text(v) && v !== ''
const whole = (v: unknown) => Number.isSafeInteger(v)
const hash = (v: unknown) => text(v) && kHash.test(v as string)
const recordId = (v: unknown) => text(v) && kUuid.test(v as string)
const instant = (v: unknown) => readInstant(v) !== null
const texts = (v: unknown) => Array.isArray(v) && v.every(text)
const textsByName = (v: unknown) => isObject(v) && Object.values(v).every(text)
const degrees = (most: number) => (v: unknown) => typeof v === 'number' && Math.abs(v) <= most

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
    item.must('verdict', (v) => kVerdicts.includes(v as string))
  })
}

const party: Rule = (r) => {
  for (const name of ['name', 'role', 'absent']) r.may(name, text)
  r.may('signature', hash)
  r.withinIf('refused', (refused) => {
    for (const name of ['reason', 'witness']) refused.must(name, said)
  })
  if (r.members.signature === undefined && r.members.refused === undefined && !r.members.absent) r.must('signature', hash)
}

const inspection: Rule = (r) => {
  r.within('checklist', (used) => {
    for (const name of ['id', 'version']) used.must(name, said)
    used.must('sha256', hash)
  })
  r.must('kind', said)
  for (const name of ['started', 'finished']) r.must(name, instant)
  if (localDayOf(r.members).state !== 'ok') r.faults.push(`${r.path}.day`)
  r.each('team', (member) => member.must('name', said))
  answers(r)
  r.each('findings', (finding) => {
    finding.must('item', said)
    for (const name of ['severity', 'text', 'where', 'due']) finding.may(name, text)
  })
  r.within('score', score)
  r.withinIf('party', party)
  r.each('moved', (left) => {
    left.may('version', text)
    left.must('sha256', hash)
    left.must('at', instant)
    left.withinIf('aside', answers)
  })
  for (const name of ['trail', 'replaces']) r.may(name, hash)
  for (const name of ['of', 'reason']) r.may(name, text)
}

const review: Rule = (r) => {
  r.must('of', recordId)
  r.must('hash', hash)
  r.may('comment', text)
  r.each('items', (item) => {
    item.must('item', said)
    item.may('comment', text)
  })
}

const kRules: Record<string, Rule> = {
  'inspection.submitted': inspection,
  'inspection.amended': (r) => {
    r.must('of', recordId)
    r.must('reason', said)
    inspection(r)
  },
  'review.accepted': review,
  'review.returned': review,
  'site.published': (r) => {
    for (const name of ['id', 'name']) r.must(name, said)
    r.must('region', (v) => text(v) && /^\d{6}$/.test(v as string))
    for (const name of ['code', 'address', 'programme', 'sector', 'contact']) r.may(name, text)
    r.withinIf('point', (point) => {
      point.must('lat', degrees(90))
      point.must('lon', degrees(180))
    })
  },
  'checklist.published': (r) => {
    for (const name of ['id', 'version']) r.must(name, said)
    r.may('title', textsByName)
    r.must('sha256', hash)
    for (const name of ['programmes', 'sectors']) r.may(name, texts)
  },
}
