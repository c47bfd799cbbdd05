/** The archive's index as PROTOCOL.md describes it. */
export interface ArchivedCase {
  /** The inspection's id. */
  case: string
  /** The record that filed it away, of which the index of its file is printed. */
  act: string
  index: number
  /** Of its first order. */
  number?: string
  year: string
  kind: string
  site: string
  site_name: string
  region: string
  checked: string
  findings: number
  archived: string
  by: string
  term: 'permanent' | '30' | '10'
  /** The last day of its term; null: for ever. */
  until: string | null
  /** Its term has passed. */
  due: boolean
  /** The list on which somebody proposed to dispose of it, and that nobody decided about. */
  waits: string | null
  disposed: Disposed | null
}

/** When, by whom and with which list a case was disposed of. */
export interface Disposed {
  disposal: string
  index: number
  day: string
  by: string
}

export type DisposalState = 'proposed' | 'approved' | 'refused'

/** A case on a list, and how people call it where the server knows it. */
export interface ListedCase {
  case: string
  act: string
  term: '30' | '10'
  until: string
  number?: string
  kind?: string
  site?: string
  site_name?: string
  region?: string
  checked?: string
  findings?: number
}

/** A list of cases to dispose of (销毁清册). */
export interface KnownDisposal {
  id: string
  index: number
  /** Of the line that proposed it, which a decision names. */
  hash: string
  region: string
  state: DisposalState
  /** Who proposed it: nobody else than another decides. */
  person: string
  by: string
  at: string
  reason: string
  disputes: string
  cases: ListedCase[]
  boxes: { sha256: string; title: string }[]
  decided: { id: string; by: string; at: string; reason: string } | null
}
