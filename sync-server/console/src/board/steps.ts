/** What happened to one finding, line by line: the versions that state it, the reviews, the acts that name it. */
import type { Finding } from '../record/inspection'
import { actKindOf, readAct, type Act, type ActEntry } from '../folds/act'
import type { FindingRow, Refusal } from '../folds/case_row'
import type { RecordFile } from '../line/line'
import type { VerifiedLine, VerifiedRecord } from '../verify/record'

export interface Step {
  of: VerifiedLine
  act: Act | null
  /** What the act says of this finding; null of a whole case, of versions and reviews. */
  entry: ActEntry | null
  /** Believed, and yet without effect. */
  ignored: Refusal | null
  files: RecordFile[]
  /** What was drawn by who took the order, where the line has it among its files. */
  signature: RecordFile | null
}

/** What lies beside a piece of evidence, and is none of its own. */
const kBeside = ['checklist', 'marks', 'shown']

export function stepsOf(verified: VerifiedRecord, item: string): Step[] {
  const ignored = new Map(verified.case?.ignored.map((i) => [i.hash, i.refusal]))
  const states = (v: VerifiedLine) => statedFinding(v, item) !== null
  const lines = [...verified.versions.filter((v) => states(v) || v === verified.versions[0]), ...verified.reviews, ...verified.acts]
  return lines
    .sort((a, b) => a.index - b.index)
    .map((of) => {
      const { type, body, files } = of.line.payload
      const kind = actKindOf(type)
      const act = kind && readAct(kind, body)
      return { of, act, entry: act?.entries.find((e) => e.item === item) ?? null, ignored: ignored.get(of.line.hash) ?? null, files: files.filter((f) => f.item === item && !kBeside.includes(f.role)), signature: files.find((f) => f.role === 'signature' && f.sha256 === act?.delivery?.signature) ?? null }
    })
    .filter(({ act, entry }) => !act || entry || act.kind === 'archived')
}

/** The finding as a version states it. */
export function statedFinding(v: VerifiedLine, item: string): (Finding & { corrected: { done: string; before: string[]; after: string[] } | null }) | null {
  const { findings } = v.line.payload.body
  if (!Array.isArray(findings)) return null
  const found = findings.find((f) => typeof f === 'object' && f !== null && f.item === item) as Record<string, unknown> | undefined
  if (!found) return null
  const str = (x: unknown) => (typeof x === 'string' ? x : '')
  const hashes = (x: unknown) => (Array.isArray(x) ? x.filter((h): h is string => typeof h === 'string') : [])
  const corrected = found.corrected as Record<string, unknown> | undefined
  return { item, severity: str(found.severity), text: str(found.text), where: str(found.where), due: str(found.due), corrected: corrected ? { done: str(corrected.done), before: hashes(corrected.before), after: hashes(corrected.after) } : null }
}

export interface Pictures {
  before: RecordFile[]
  after: RecordFile[]
  /** When each was signed, and in which report the second. */
  beforeAt: string
  afterAt: string
  round: number
}

/** Evidence of the finding beside that of the newest report that has any; what was corrected on the spot names its own. */
export function picturesOf(verified: VerifiedRecord, item: string, row: FindingRow): Pictures {
  const steps = stepsOf(verified, item).filter((s) => s.of.good)
  const version = steps.filter((s) => !s.act && s.files.length > 0).at(-1)
  const reports = steps.filter((s) => s.act?.kind === 'reported' && !s.ignored)
  const report = reports.filter((s) => s.files.length > 0).at(-1)
  const corrected = row.state === 'corrected' && version ? (statedFinding(version.of, item)?.corrected ?? null) : null
  const among = (hashes: string[]) => (version?.files ?? []).filter((f) => hashes.includes(f.sha256))
  return {
    before: corrected ? among(corrected.before) : (version?.files ?? []),
    after: corrected ? among(corrected.after) : (report?.files ?? []),
    beforeAt: version?.of.line.payload.at ?? '',
    afterAt: (corrected ? version : report)?.of.line.payload.at ?? '',
    round: report ? reports.indexOf(report) + 1 : 0,
  }
}
