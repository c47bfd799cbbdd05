/** Answers of the server, as PROTOCOL.md describes them. Nothing in them is believed before it has been verified. */
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
export interface ExportCounts {
  rows: number
  checklists?: { id: string; version: string; sha256: string; title: string; rows: number }[]
}

export type Status = 'submitted' | 'returned' | 'accepted'

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
  /** Older amendments and reviews that the two do not list any more. */
  earlier: number
  /** What the authors' rights rest on: the lines that published the site and the checklist. */
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

export interface ChainAnswer {
  size: number
  prev: string
}
