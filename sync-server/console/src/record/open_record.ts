/** The record that is open: fetched, verified here, its checklist and files read. Another choice cancels what is under way. */
import { reactive, shallowReactive } from 'vue'
import type { Checklist } from '../checklist/document'
import { readInspection, type Inspection } from './inspection'
import type { ListedChoices } from './listed_choices'
import { recompute, type Recomputed } from './recompute'
import { readDocument, readLists, textOf } from './read_document'
import { bad, ok, unknown, type Check } from '../verify/check'
import type { RecordFile } from '../line/line'
import { verifyRecord, type VerifiedLine, type VerifiedRecord } from '../verify/record'
import { closeFiles, files as shownFiles, openFiles } from './files'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { readSitePlace, type SitePlace } from './site_place'

interface Opened {
  id: string | null
  loading: boolean
  said: Said | null
  verified: VerifiedRecord | null
  inspection: Inspection | null
  checklist: Checklist | null
  document: Check | null
  /** The score and the items, reckoned again here; null where the record states none. */
  recomputed: Recomputed | null
  /** What choices in attached files are called; empty until those were read. */
  listed: ListedChoices
}

// Shallow: verified lines hold bytes and stay out of proxies.
export const record = shallowReactive<Opened>({ id: null, loading: false, said: null, verified: null, inspection: null, checklist: null, document: null, recomputed: null, listed: new Map() })

/** What the reader has picked open; kept while she goes back and forth. */
export const reading = reactive({
  /** Null: as the record suggests. */
  showAll: null as boolean | null,
  /** As its line names it. */
  light: null as RecordFile | null,
})

let round = 0

type Wanted = (file: RecordFile, line: VerifiedLine) => boolean

/** Of the newest version and of what says how it was delivered all files; a page that shows less asks for less. */
const kAllOfNewest: Wanted = (_, line) => line === record.verified?.current || record.verified?.deliveries.includes(line) === true
let wanted = kAllOfNewest

/** `files`: which are fetched; as long as the same record is open, what was last said holds. */
export async function openRecord(id: string | null, files?: Wanted): Promise<void> {
  if (files || record.id !== id) wanted = files ?? kAllOfNewest
  if (record.id !== id) {
    closeFiles()
    Object.assign(record, { id, verified: null, inspection: null, checklist: null, document: null, recomputed: null, listed: new Map(), said: null })
    reading.light = null
  }
  const mine = ++round
  if (!id) return
  record.loading = true
  try {
    const { api, watch, trustLog, identity } = services()
    const verified = await verifyRecord(id, await api.record(id), { root: identity.root, rootKey: identity.rootKey, watch, trustLog })
    if (mine !== round) return
    const inspection = readInspection(verified.current.line)
    const { checklist, check } = await readDocument(inspection.checklist.sha256, verified.checklist !== null, (hash) => api.file(hash))
    if (mine !== round) return
    Object.assign(record, { verified, inspection, checklist, document: check, said: null, loading: false })
    if (checklist) void nameChoices(inspection, checklist, mine)
    void reckonAgain(verified.current, inspection, checklist, mine)
    void openWanted()
  } catch (e) {
    if (mine === round) record.said = sayProblem(e)
  } finally {
    if (mine === round) record.loading = false
  }
}

function openWanted(): Promise<void> {
  const { versions = [], acts = [], contributions = [], deliveries = [] } = record.verified ?? {}
  return openFiles([...versions, ...acts, ...contributions, ...deliveries].map((v) => ({ named: v.line.payload.files, wanted: v.line.payload.files.filter((f) => f.role !== 'checklist' && wanted(f, v)) })))
}

/** A list may be long: the record is shown meanwhile, with the names that were signed. */
async function nameChoices(inspection: Inspection, checklist: Checklist, mine: number): Promise<void> {
  const { listed, check } = await readLists(inspection, checklist, (hash) => services().api.file(hash))
  if (mine === round) Object.assign(record, { listed, document: check ?? record.document })
}

/** The engine is half a megabyte: the record is shown meanwhile. */
async function reckonAgain({ line }: VerifiedLine, inspection: Inspection, checklist: Checklist | null, mine: number): Promise<void> {
  const text = textOf(inspection.checklist.sha256)
  if (!inspection.score || !checklist || text === undefined) return
  record.recomputed = { check: { id: 'score', state: 'wait', say: 'score.wait' }, items: new Map() }
  const document = { sha256: inspection.checklist.sha256, text, attachments: checklist.attachments }
  const recomputed = await recompute(document, line.payload.body, (hash) => services().api.file(hash))
  if (mine === round) record.recomputed = recomputed
}

/** The files' row, from what has been hashed so far. */
export function filesCheck(): Check {
  const all = [...shownFiles.byHash.values()]
  const count = (s: string) => all.filter((f) => f.state === s).length
  const [good, wrong, missing, failed, gone, small] = [count('ok'), count('bad'), count('missing'), count('failed'), count('disposed'), count('small')]
  const coming = all.filter((f) => f.state === 'small' && f.fetching).length
  const args = { good, total: all.length, bad: wrong, missing: missing + failed, gone, small }
  if (wrong > 0) return bad('files', 'files.bad', args)
  if (good + missing + failed + gone + small - coming < all.length) return { id: 'files', state: 'wait', say: 'files.wait', args }
  if (missing + failed > 0) return unknown('files', 'files.missing', args)
  if (small > 0) return unknown('files', 'files.small', args)
  if (gone > 0) return unknown('files', 'files.disposed', args)
  return ok('files', all.length ? 'files.ok' : 'files.none', args)
}

export function allChecks(): Check[] {
  if (!record.verified) return []
  return [...record.verified.checks, ...(record.document ? [record.document] : []), ...(record.recomputed ? [record.recomputed.check] : []), filesCheck()]
}

/** Where the site was published to be; null where nobody said. */
export function sitePlace(): SitePlace | null {
  const body = record.verified?.site?.payload.body
  return body ? readSitePlace(body) : null
}
