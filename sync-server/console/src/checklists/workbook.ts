/**
 * What an author drops on the page: a workbook with the files that it names. Read by the engine that reads on the tablet;
 * all problems at once, each by its cell. Nothing is signed here.
 */
import type { LocalText } from '../checklist/document'
import { utf8, type Bytes } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import type { Engine } from '../engine/engine'
import type { AttachedFile, Draft } from '../line/compose'

export interface SheetProblem {
  sheet: string
  row: number
  column: string
  cell: string
  found: string
  problem: string
}

export interface Opened {
  checklist: number
  id: string
  version: string
  title: LocalText
  items: number
  programmes: string[]
  sectors: string[]
  files: { name: string; by: string }[]
}

export interface ReadWorkbook {
  opened: Opened | null
  problems: SheetProblem[]
  warnings: string[]
  /** Named by the checklist, and not among what was dropped. */
  lacking: { name: string; by: string }[]
  /** The document with its files, as it would be published; empty while there are problems or files lack. */
  document: string
  attached: Map<string, { sha256: string; bytes: Bytes }>
}

export interface Dropped {
  name: string
  bytes: Bytes
}

type Answer = Partial<Opened> & { document?: string; problems: SheetProblem[]; warnings: string[] }

export async function readWorkbook(engine: Engine, workbook: Dropped, beside: Dropped[]): Promise<ReadWorkbook> {
  const first = engine.ask<Answer>({ do: 'sheets', file: workbook.name.replace(/\.[^.]*$/, '') }, workbook.bytes)
  const out: ReadWorkbook = { opened: openedOf(first), problems: first.problems, warnings: first.warnings, lacking: [], document: '', attached: new Map() }
  if (!out.opened) return out
  out.lacking = out.opened.files.filter(({ name }) => !beside.some((file) => file.name === name))
  if (out.lacking.length > 0) return out
  for (const { name } of out.opened.files) {
    const { bytes } = beside.find((file) => file.name === name)!
    out.attached.set(name, { sha256: await sha256Hex(bytes), bytes })
    engine.ask({ do: 'attach' }, bytes)
  }
  const files = Object.fromEntries([...out.attached].map(([name, { sha256 }]) => [name, sha256]))
  out.document = engine.ask<{ document: string }>({ do: 'with_files', document: first.document!, files }).document
  // As tablets read it: a list that lacks a column is found here and not in the field.
  engine.ask({ do: 'close', checklist: out.opened.checklist })
  const whole = engine.ask<Omit<Answer, 'problems'> & { problems: { path: string; text: string }[] }>({ do: 'open', document: out.document, ...(out.opened.files.length > 0 && { lists: true }) })
  out.opened = openedOf(whole)
  out.problems = whole.problems.map(({ text, path }) => ({ sheet: '', row: 0, column: path, cell: '', found: '', problem: text }))
  out.warnings = [...new Set([...out.warnings, ...whole.warnings])]
  return out
}

function openedOf(answer: Partial<Opened>): Opened | null {
  return answer.checklist === undefined ? null : (answer as Opened)
}

const kTypes: Record<string, string> = { csv: 'text/csv', xml: 'application/xml', geojson: 'application/geo+json', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', svg: 'image/svg+xml', mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav', mp4: 'video/mp4' }
/** Of a file that a checklist needs, by its name. */
export const fileTypeOf = (name: string) => kTypes[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream'

/** For whom a version is published, beside what its document says. */
export interface PublishedFor {
  /** Of kCheckKinds; none named: for all. */
  kinds: string[]
  /** A draft version, for test mode alone. */
  test: boolean
}

/** checklist.published (RECORDS.md): what `plumb admin publish` signs of the same document. */
export async function publicationOf(read: ReadWorkbook, to: PublishedFor = { kinds: [], test: false }): Promise<Draft> {
  const { opened, document, attached } = read
  if (!opened || !document) throw new Error('a workbook with problems is not published')
  const bytes = utf8(document)
  const sha256 = await sha256Hex(bytes)
  // Two names may have one content.
  const others = new Map<string, AttachedFile>([...attached].map(([name, file]) => [file.sha256, { ...file, type: fileTypeOf(name), role: 'attachment' }]))
  return {
    type: 'checklist.published',
    files: [{ sha256, type: 'application/json', role: 'checklist', bytes }, ...others.values()],
    body: { id: opened.id, version: opened.version, title: opened.title, sha256, ...(opened.programmes.length > 0 && { programmes: opened.programmes }), ...(opened.sectors.length > 0 && { sectors: opened.sectors }), ...(to.kinds.length > 0 && { kinds: to.kinds }), ...(to.test && { test: true }) },
  }
}
