/** Answers of the server, as PROTOCOL.md describes them. Nothing in them is believed before it has been verified. */
import type { Supervision } from '../base/supervision'
import type { Disposed } from './archive_types'

export interface ServerInfo {
  name: string
  version: string
  origin: string
  log: string
  root: string
  time: string
}

export interface EnrolAnswer {
  status: 'accepted' | 'known'
  index: number
  checkpoint: string
  inclusion: string[]
  trust: string[]
}

export interface PushAnswer {
  results: { hash: string; id?: string; status: 'accepted' | 'known' | 'refused'; index?: number; notes?: string[]; code?: string; detail?: string }[]
  checkpoint: string
  consistency?: string[]
  inclusion?: Record<string, string[]>
}

/** What would be taken away. Of lists without checklists only `rows`. */
/** How many words were said of each clause; a class of '' waits for its answer. */
export interface FeedbackCounts {
  clauses: { standard: string; clause: string; n: number; classes: { class: string; n: number }[] }[]
  n: number
  /** There are more clauses than are told. */
  more: boolean
}

export interface ExportCounts {
  rows: number
  checklists?: { id: string; version: string; sha256: string; title: string; rows: number }[]
}

/** `incomplete`: two inspectors have to sign, and the second has not. `test`: made in test mode, and stays so. */
export type Status = 'submitted' | 'returned' | 'accepted' | 'incomplete' | 'test'

export interface Summary {
  id: string
  hash: string
  index: number
  site: string
  site_name: string
  region: string
  checklist: { id: string; version: string; sha256: string; title: { zh?: string; en?: string } }
  kind: string
  at: string
  /** The author's name, or the kid where nobody is known by it. */
  author: string
  points: number
  max: number
  grade: string
  vetoes: number
  findings: number
  files: number
  files_missing: number
  status: Status
  version: number
}

export interface SummaryPage {
  items: Summary[]
  next: string | null
  counts: Record<Status, number>
}

/** A record that waits for its review, and since when it does in this log. */
export interface WaitingRecord extends Summary {
  since: string
  /** Whose it is to review; absent: nobody's. */
  assigned?: Named
  /** Who accepted it first, where two have to. */
  agreed?: Named
  /** Told to staff, where one is open: how many, and those whose last word is by whoever made the visit. */
  threads?: { open: number; answered: number }
}

export interface SavedViews {
  version: number
  /** Of the queue: a name, and what its address has behind `?`. */
  reviews: { name: string; query: string }[]
}

export interface Named {
  id: string
  name: string
}

/** What a list of waiting records is told apart by, each value with how many choosing it would show. */
export const kFacets = ['programme', 'region', 'checklist', 'grade', 'kind', 'inspector', 'findings', 'veto', 'second', 'threads', 'days', 'assigned'] as const
export type Facet = (typeof kFacets)[number]
export interface FacetValue {
  value: string
  count: number
  /** Of persons. */
  name?: string
  /** Of checklists. */
  title?: { zh?: string; en?: string }
}

export interface WaitingPage {
  items: WaitingRecord[]
  next: string | null
  total: number
  facets: Partial<Record<Facet, FacetValue[]>>
  counts: Record<Status, number>
}

/** Where a finding and its case stand (shared/records/rectification/case.h). */
export type FindingState = 'corrected' | 'found' | 'ordered' | 'delivered' | 'reported' | 'objected' | 'rejected' | 'passed' | 'withdrawn' | 'handed_over' | 'ended'
export type CaseState = 'submitted' | 'returned' | 'reviewed' | 'ordered' | 'closed' | 'archived' | 'incomplete'

/** The columns of the board, by what is to happen next. */
export const kColumns = ['to_order', 'with_enterprise', 'reported', 'closed'] as const
export type Column = (typeof kColumns)[number]

/** A finding as lists show it: the server's word, which the finding's own page does not take. */
export interface FoundFinding {
  /** The inspection's id. */
  case: string
  index: number
  item: string
  state: FindingState
  severity: string
  text?: string
  due?: string
  extended?: boolean
  /** Until when more time is asked for. */
  asked?: string
  late?: boolean
  rounds?: number
  order?: string
  number?: string
  requirement?: string
  site: string
  site_name: string
  region: string
  kind: string
  /** The name of the inspection's author. */
  inspector: string
  inspector_kid: string
  /** The site's. */
  programme?: string
  at: string
  checklist: { id: string; version: string; sha256: string; title?: { zh?: string; en?: string } }
  /** Absent where the server has not the checklist's document. */
  supervision?: Supervision
  case_state: CaseState
}

export interface FindingsPage {
  items: FoundFinding[]
  next: string | null
  counts: Record<Column, { all: number; overdue: number }>
  /** Open ones of each kind, under the same filters but that of the kind. */
  supervisions: Record<Supervision, number>
}

export interface FindingsFilter {
  region?: string
  programme?: string
  /** The key of the inspections' author. */
  inspector?: string
  severity?: string
  supervision?: Supervision | ''
  due_before?: string
  overdue?: boolean
}

export interface PublishedRound {
  id: string
  title: { zh?: string; en?: string }
  checklist: { id: string; version: string; sha256: string }
  opens: string
  closes: string
  sites?: string[]
  closed?: boolean
  region: string
}

export interface KnownChecklist {
  id: string
  version: string
  sha256: string
  title: Record<string, string>
  /** Why nothing begins on it any more. */
  withdrawn?: string
  /** A draft version, for test mode alone. */
  test?: boolean
  /** Of sites and checks that it is for; of any where it names none. */
  programmes?: string[]
  sectors?: string[]
  kinds?: string[]
}

export interface RoundsAnswer {
  items: PublishedRound[]
  /** All that were published, in log order. */
  checklists: KnownChecklist[]
}

/** Where publishing a result stands (sync-server/query/published_query.h). */
export const kPublishing = ['pending', 'overdue', 'published', 'stale', 'withdrawn'] as const
export type Publishing = (typeof kPublishing)[number]

interface PublicationSays {
  of: string
  hash: string
  result: { name: string; code?: string; checked: string; kind: string; checklist: string; version: string; grade?: string; findings: number }
  where?: string
  previous?: string
  reason?: string
}

/** A result and its publication as the list tells of them: the server's word. */
export interface KnownResult {
  inspection: string
  index: number
  site: string
  region: string
  state: Publishing
  due: string
  /** By which days the last one was counted. */
  counted: 'working' | 'calendar'
  /** A review has accepted it as it is: only then may it be published. */
  ready: boolean
  /** What would be published now. */
  says: PublicationSays
  published?: { id: string; state: 'published' | 'withdrawn'; hash: string; author: string; at: string; first: string; version: number; says: PublicationSays; reason?: string }
}

/** Where a site stands in a round. */
export const kSiteSteps = ['not_begun', 'filling', 'submitted', 'returned', 'accepted'] as const
export type SiteStep = (typeof kSiteSteps)[number]

/** A site of a round and how far it has come; those that have not begun among them. */
export interface RoundSite {
  site: string
  /** '' where it is not published. */
  site_name: string
  region: string
  step: SiteStep
  /** Handed in after the round's last day, or not at all though that day has passed. */
  late?: boolean
  answered?: number
  submission?: { id: string; version: number }
  handed_in?: string
}

export interface RoundSitesPage {
  items: RoundSite[]
  next: string | null
  counts: Record<SiteStep | 'all' | 'late', number>
}

/** How far a site is in a round; without the answers. */
export interface AssessmentProgress {
  site: string
  site_name?: string
  region: string
  round: string
  checklist: string
  index: number
  /** How many items were answered. */
  answered: number
  submitted?: { id: string; status: Status; version: number }
}

export interface PlacedLine {
  index: number
  line: string
}

/** A line in the log; without its text where the page had no room for it. */
export interface Place {
  index: number
  hash?: string
  line?: string
}

export interface RecordAnswer {
  /** The newest version. */
  index: number
  line: string
  /** How many versions there are, as the server counts. */
  version: number
  versions: Place[]
  reviews: Place[]
  /** The acts of the case that an inspection opened; of a self-assessment what was contributed to it. In log order. */
  acts?: Place[]
  contributions?: Place[]
  /** Second inspectors' signatures. */
  cosignatures?: Place[]
  /** Papers of it that were issued (document.issued). */
  documents?: Place[]
  /** How the result came to the inspected party after it was sealed. */
  deliveries?: Place[]
  /** What staff write to each other at its items; told to staff. */
  remarks?: Place[]
  /** What followed its findings under their kinds of supervision, and what came back; told to staff. */
  referrals?: Place[]
  /** Its case was disposed of, and its files with it; null: it was not. */
  disposed?: Disposed | null
  /** Older amendments and reviews that the two do not list any more. */
  earlier: number
  /** What the authors' rights rest on: the lines that published the site and the checklist. Of a re-check its order and the inspection that was ordered, too. */
  context: PlacedLine[]
  trust: string[]
  /** Where the trust lines stand, in the same order. */
  trust_indexes: number[]
  /** One proof of all these lines at their places. */
  proof: { size: number; hashes: string[] }
  checkpoint: string
  bracket: { after: string | null; before: string | null }
  status: Status
}

/** A device's chain, as the server counts it. */
export interface ChainState {
  kid: string
  size: number
  forks: number
  /** Runs of numbers that never came, first to last; numbers that stand twice. The lowest twenty of each. */
  missing: [number, number][]
  doubled: number[]
  /** When its newest line came, and when the device last called. */
  line: string | null
  seen: string | null
}

export interface ChainPage {
  items: ChainState[]
  next: string | null
  now: string
}

export interface ChainDetail {
  kid: string
  size: number
  /** By number; type and record only where the caller may read the line. */
  lines: { index: number; seq: number; hash: string; prev: string; received: string; type?: string; record?: string }[]
}

export interface ChainAnswer {
  size: number
  prev: string
}
