/**
 * Whether a record may be part of an act on many, and what is signed of it then. It is read anew and verified here, as one that
 * is open on the page is: nothing that the list said is taken.
 */
import { session, services } from '../people/session'
import { readInspection } from '../record/inspection'
import { mayWrite } from '../trust/rights'
import { verifyRecord } from '../verify/record'
import type { Batch, BatchItem, Looked } from './batch'

const left = (key: string, detail = ''): Looked => ({ why: { key: `batch.why.${key}`, detail } })

export async function lookAtRecord(item: BatchItem, batch: Batch): Promise<Looked> {
  const { api, watch, trustLog, identity } = services()
  const v = await verifyRecord(item.id, await api.record(item.id), { root: identity.root, rootKey: identity.rootKey, watch, trustLog })
  if (!v.current.good) return left('not_believed')
  const { site = '', region = '' } = v.current.line.payload
  const type = batch.kind === 'accept' ? 'review.accepted' : 'review.assigned'
  if (!mayWrite(session.grants, type, region, site)) return left('not_supervisor')
  if (v.status === 'accepted') return left('accepted')
  if (batch.kind === 'assign') {
    const body = { of: item.id, ...(batch.to && { to: batch.to }), ...(batch.comment && { comment: batch.comment }) }
    return { draft: { type, site, region, body } }
  }
  if (v.status !== 'submitted') return left(v.status)
  if (v.current.line.hash !== item.hash) return left('changed')
  if (v.versions.some((x) => x.line.kid === session.kid || (x.author && x.author.person.id === session.person?.id))) return left('own_record')
  const said = readInspection(v.current.line)
  if (said.score?.vetoes.length) return left('veto')
  if (said.findings.length > 0) return left('findings')
  if (v.checks.some((c) => c.state === 'bad')) return left('unverified')
  return { draft: { type, site, region, body: { of: item.id, hash: item.hash, comment: batch.comment, items: [], batch: batch.id, person: session.person?.id ?? '' } } }
}
