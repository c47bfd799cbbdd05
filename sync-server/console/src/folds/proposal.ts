/**
 * What became of a proposal about a site: the fold of shared/records/reference/proposal.h. The first answer counts, a
 * site.declined or a site.published that names the proposal, of the same site; others change nothing.
 */
import type { Payload } from '../line/line'

export type ProposalState = 'open' | 'accepted' | 'declined'

export interface ProposalRow {
  id: string
  site: string
  region: string
  kid: string
  at: string
  index: number
  body: Record<string, unknown>
  state: ProposalState
  /** The record that answered it, and by which key. */
  answer: string
  answeredBy: string
  answeredAt: string
  /** Why it was declined. */
  reason: string
}

export interface ProposalLine {
  payload: Payload
  kid: string
  index: number
}

/** The id of the proposal that the line is, declines or takes up; '' for any other. */
export function proposalOf({ type, id, body }: Payload): string {
  const text = (v: unknown) => (typeof v === 'string' ? v : '')
  if (type === 'site.proposed') return id
  if (type === 'site.declined') return text(body.of)
  return type === 'site.published' ? text(body.proposal) : ''
}

/** Takes in a believed line. Lines come in log order. True where a row is another now. */
export function foldProposal(rows: Map<string, ProposalRow>, { payload, kid, index }: ProposalLine): boolean {
  const id = proposalOf(payload)
  const { site = '', region = '' } = payload
  const row = rows.get(id)
  if (payload.type === 'site.proposed') {
    if (row) return false
    rows.set(id, { id, site, region, kid, at: payload.at, index, body: payload.body, state: 'open', answer: '', answeredBy: '', answeredAt: '', reason: '' })
    return true
  }
  if (!row || row.state !== 'open' || row.site !== site) return false
  const declined = payload.type === 'site.declined'
  Object.assign(row, { state: declined ? 'declined' : 'accepted', answer: payload.id, answeredBy: kid, answeredAt: payload.at, reason: declined ? String(payload.body.reason) : '' })
  return true
}
