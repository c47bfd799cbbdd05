/** What this browser contributed to a self-assessment and still holds there: each may be given away as a file (part_file.ts). */
import { utf8 } from '../base/bytes'
import type { AssessmentRow } from '../folds/assessment'
import { parseLine, type Line } from '../line/line'
import type { Identity, Outbox, Seen } from '../storage/kept'
import type { TrustLog } from '../trust/trust_log'
import { draftName, type DraftKey, type DraftStore } from './draft_store'
import type { OwnLine } from './own_feed'
import { formatPart, kMostPartBytes, PartFault, trustFor } from './part_file'

export interface OwnPart {
  line: Line
  /** Where the log has it; absent: it waits to be sent. */
  index?: number
  items: number
}

const kType = 'assessment.contributed'
const itemsOf = (line: Line) => Object.keys((line.payload.body.items as object | undefined) ?? {}).length

/** Oldest first: all are given together, since a later one may take back what an earlier one says. */
export async function ownParts(key: DraftKey, row: AssessmentRow | null, lines: readonly OwnLine[], kid: string, waiting: Outbox | null): Promise<OwnPart[]> {
  const stands = new Set(Object.values(row?.items ?? {}).map((i) => i.by))
  const out = lines.filter(({ line }) => line.kid === kid && line.payload.type === kType && stands.has(line.hash)).map(({ line, index }): OwnPart => ({ line, index, items: itemsOf(line) }))
  if (waiting?.type === kType && waiting.of === draftName(key) && !lines.some((l) => l.line.hash === waiting.hash)) {
    const line = await parseLine(waiting.line)
    out.push({ line, items: itemsOf(line) })
  }
  return out
}

export interface Giving {
  drafts: Pick<DraftStore, 'file'>
  lines: readonly OwnLine[]
  trustLog: Pick<TrustLog, 'held'>
  identity: Pick<Identity, 'log'>
  seen: Seen | null
}

/** The file. What this browser does not have of its files comes to the colleague with the log. Throws PartFault part_too_heavy: nobody would take it in. */
export async function partText(key: DraftKey, { line, index }: OwnPart, { drafts, lines, trustLog, identity, seen }: Giving): Promise<string> {
  const { book, lines: trust } = await trustLog.held()
  const context = lines.filter(({ line: { payload } }) => payload.type === 'site.published' && payload.body.id === key.site)
  const files = await Promise.all(line.payload.files.map(async ({ sha256, size, type, role, item }) => ({ sha256, size, type, role, item: item ?? '', bytes: await drafts.file(key, sha256) })))
  const text = formatPart({
    line: new TextDecoder().decode(line.bytes), index: index ?? 0, logKey: identity.log, checkpoint: seen?.note ?? '', files,
    context: context.map((l) => ({ line: new TextDecoder().decode(l.line.bytes), index: l.index })),
    trust: await trustFor([line.kid, ...context.map((l) => l.line.kid)], book, trust),
  })
  if (utf8(text).length > kMostPartBytes) throw new PartFault('part_too_heavy')
  return text
}

/** As people find it again, on any system. */
export function partName(words: readonly string[], { line }: OwnPart): string {
  const when = line.payload.at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  return `${[...words, when].join('-').replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.json`
}

