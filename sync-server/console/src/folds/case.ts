/**
 * The case that an inspection opens: its findings, and where putting each of them right stands. The fold of
 * shared/records/rectification/case.h over believed lines in log order: the inspection's versions, their reviews, and the
 * acts about it. What was made in test mode opens none, and neither does a re-check, which names an order: its results are acts about the case of that order. Rows have the shape in which the server answers with them, so that both can be compared.
 */
import { advance, firstStanding, isTest } from './standing'
import { correctedDay, writtenDay } from '../line/clock'
import { actKindOf, isInHand, orderNumber, readAct, type Act, type ActEntry } from './act'
import type { CaseLine, CaseRow, FindingRow } from './case_row'
import { mayHappen, mayJudge, type PersonOf } from './may_happen'

const kNobodyKnown: PersonOf = () => ''

/**
 * Takes the next line of this case in; null before the submission, and always of a re-check. Changes `row`. `personOf`: as the book of trust knows it;
 * where it knows nothing keys alone are compared.
 */
export async function foldCase(row: CaseRow | null, line: CaseLine, personOf: PersonOf = kNobodyKnown): Promise<CaseRow | null> {
  const { type, body } = line.payload
  if (type === 'inspection.submitted') {
    if (row || str(body.order) !== '' || isTest(body)) return row
    const fresh: CaseRow = { standing: firstStanding(line), site: '', region: '', kind: '', checklist: { id: '', version: '', sha256: '' }, at: '', findings: [], orders: [], ignored: [], archived: '' }
    foldVersion(fresh, line)
    return fresh
  }
  if (!row) return null
  const kind = actKindOf(type)
  if (kind) await foldAct(row, readAct(kind, body), line, personOf)
  else if (advance(row.standing, line) === 'version') foldVersion(row, line)
  return row
}

/** What is left after all of them; null where the submission itself is missing. */
export async function caseOf(lines: CaseLine[], personOf: PersonOf = kNobodyKnown): Promise<CaseRow | null> {
  let row: CaseRow | null = null
  for (const line of lines) row = await foldCase(row, line, personOf)
  return row
}

const str = (v: unknown) => (typeof v === 'string' ? v : '')

function foldVersion(row: CaseRow, line: CaseLine): void {
  const { site = '', region = '', at, body } = line.payload
  const { id, version, sha256 } = body.checklist as CaseRow['checklist']
  Object.assign(row, { site, region, at, kind: str(body.kind), checklist: { id, version, sha256 } })
  // What an order was given for stays as it stands; the rest is as the newest version states it.
  row.findings = row.findings.filter((f) => f.order || f.state === 'ended')
  for (const f of row.findings) f.unstated = true
  const seen = new Set<string>()
  for (const found of Array.isArray(body.findings) ? (body.findings as Record<string, unknown>[]) : []) {
    const item = str(found.item)
    if (item === '' || seen.has(item)) continue
    seen.add(item)
    const known = row.findings.find((f) => f.item === item)
    const says = { severity: str(found.severity), text: str(found.text) || undefined }
    if (known) {
      Object.assign(known, says)
      delete known.unstated
    } else row.findings.push({ item, ...says, state: Object.hasOwn(found, 'corrected') ? 'corrected' : 'found', by: line.hash })
  }
}

async function foldAct(row: CaseRow, act: Act, line: CaseLine, personOf: PersonOf): Promise<void> {
  const refusal = mayHappen(row, act, line) ?? mayJudge(row, act, line.kid, personOf)
  if (refusal) {
    row.ignored.push({ hash: line.hash, refusal })
    return
  }
  for (const entry of act.entries) apply(row.findings.find((f) => f.item === entry.item)!, act, entry, line)
  if (act.kind === 'archived') row.archived = act.term
  if (act.kind === 'ordered') {
    const { id, region = '', at, seq } = line.payload
    row.orders.push({ id, number: await orderNumber(region, writtenDay(at), line.kid, seq), hash: line.hash })
  }
}

const kEnds = { verified: 'passed', withdrawn: 'withdrawn', handedOver: 'handed_over', ended: 'ended' } as const

function apply(finding: FindingRow, act: Act, entry: ActEntry, line: CaseLine): void {
  finding.by = line.hash
  const answered = () => {
    delete finding.request
    delete finding.asked
  }
  switch (act.kind) {
    case 'ordered':
      Object.assign(finding, { state: isInHand(act.delivery) ? 'delivered' : 'ordered', order: line.payload.id, requirement: entry.requirement, due: entry.day })
      return
    case 'delivered':
      finding.state = 'delivered'
      return
    case 'reported':
    case 'objected':
      if (finding.due && correctedDay(line.payload) > finding.due) finding.late = true
      else delete finding.late
      Object.assign(finding, { state: act.kind, report: line.payload.id, reporter: line.kid })
      return
    case 'extensionRequested':
      Object.assign(finding, { request: line.payload.id, asked: entry.day })
      return
    case 'extended':
      Object.assign(finding, { due: entry.day, extended: true })
      answered()
      return
    case 'extensionRefused':
      answered()
      return
    case 'rejected':
      Object.assign(finding, { state: 'rejected', due: entry.day, rounds: (finding.rounds ?? 0) + 1 })
      delete finding.late
      return
    case 'archived':
      return
    case 'verified':
    case 'withdrawn':
    case 'handedOver':
    case 'ended':
      finding.state = kEnds[act.kind]
      // What is closed waits for no answer.
      answered()
  }
}
