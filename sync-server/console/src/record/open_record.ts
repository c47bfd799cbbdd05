/** The record that is open: fetched, verified here, its checklist and files read. Another choice cancels what is under way. */
import { reactive, shallowReactive } from 'vue'
import { fromUtf8 } from '../base/bytes'
import { readChecklist, type Checklist } from '../checklist/document'
import { sha256Hex } from '../crypto/sha256'
import { readInspection, type Inspection } from './inspection'
import { bad, ok, unknown, type Check } from '../verify/check'
import { verifyRecord, type VerifiedRecord } from '../verify/record'
import { asProblem } from '../api/problem'
import { closeFiles, files, openFiles } from './files'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'

interface Opened {
  id: string | null
  loading: boolean
  said: Said | null
  verified: VerifiedRecord | null
  inspection: Inspection | null
  checklist: Checklist | null
  document: Check | null
}

// Shallow: verified lines hold bytes and stay out of proxies.
export const record = shallowReactive<Opened>({ id: null, loading: false, said: null, verified: null, inspection: null, checklist: null, document: null })

/** What the reader has picked open; kept while she goes back and forth. */
export const reading = reactive({
  /** Null: as the record suggests. */
  showAll: null as boolean | null,
  light: null as string | null,
})

const documents = new Map<string, Checklist>()
let round = 0

export async function openRecord(id: string | null): Promise<void> {
  if (record.id !== id) {
    closeFiles()
    Object.assign(record, { id, verified: null, inspection: null, checklist: null, document: null, said: null })
    reading.light = null
  }
  const mine = ++round
  if (!id) return
  record.loading = true
  try {
    const { api, watch, identity } = services()
    const answer = await api.record(id)
    const context = { root: identity.root, rootKeys: [identity.rootKey], watch, proofOf: (hash: string, size: number) => api.inclusion(hash, size) }
    const verified = await verifyRecord(answer, context)
    if (mine !== round) return
    const inspection = readInspection(verified.current.line)
    await readDocument(inspection, mine)
    if (mine !== round) return
    Object.assign(record, { verified, inspection, said: null, loading: false })
    void openFiles(verified.current.line.payload.files.filter((f) => f.role !== 'checklist'))
  } catch (e) {
    if (mine === round) record.said = sayProblem(e)
  } finally {
    if (mine === round) record.loading = false
  }
}

async function readDocument(inspection: Inspection, mine: number): Promise<void> {
  const { sha256 } = inspection.checklist
  const known = documents.get(sha256)
  let check: Check
  let checklist = known ?? null
  if (known) check = ok('document', 'document.ok', { hash: sha256.slice(0, 8) })
  else {
    try {
      const bytes = await services().api.file(sha256)
      if ((await sha256Hex(bytes)) !== sha256) check = bad('document', 'document.bad', { hash: sha256.slice(0, 8) })
      else {
        checklist = readChecklist(fromUtf8(bytes))
        if (checklist) documents.set(sha256, checklist)
        check = checklist ? ok('document', 'document.ok', { hash: sha256.slice(0, 8) }) : bad('document', 'document.unreadable')
      }
    } catch (e) {
      check = unknown('document', 'document.missing', { detail: asProblem(e).detail })
    }
  }
  if (mine === round) Object.assign(record, { checklist, document: check })
}

/** The files' row, from what has been hashed so far. */
export function filesCheck(): Check {
  const all = [...files.byHash.values()]
  const count = (s: string) => all.filter((f) => f.state === s).length
  const [good, wrong, missing, failed] = [count('ok'), count('bad'), count('missing'), count('failed')]
  const args = { good, total: all.length, bad: wrong, missing: missing + failed }
  if (wrong > 0) return bad('files', 'files.bad', args)
  if (good + missing + failed < all.length) return { id: 'files', state: 'wait', say: 'files.wait', args }
  if (missing + failed > 0) return unknown('files', 'files.missing', args)
  return ok('files', all.length ? 'files.ok' : 'files.none', args)
}

export function allChecks(): Check[] {
  if (!record.verified) return []
  return [...record.verified.checks, ...(record.document ? [record.document] : []), filesCheck()]
}

/** Where the site was published to be; null where nobody said. */
export function sitePoint(): { lat: number; lon: number } | null {
  const point = record.verified?.site?.payload.body.point as { lat?: unknown; lon?: unknown } | undefined
  return typeof point?.lat === 'number' && typeof point.lon === 'number' ? { lat: point.lat, lon: point.lon } : null
}
