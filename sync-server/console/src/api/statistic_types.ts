// What the server tells of a year's statistics (sync-server/query/statistics_query.h): its word, not proved here.
import type { Status } from './types'

/** A cell of counted checks. Where it is not `yes` the server tells no rate: too few, or it would give away one that is. */
export interface StatisticCell {
  value: string
  n: number
  shown: 'yes' | 'few' | 'beside'
  judged?: number
  passed?: number
  /** Mean share of the points, thousandths. */
  share?: number | null
}
type Texts = Record<string, string>
export interface StatisticTarget {
  programme: string
  programme_title: Texts
  title: Texts
  unit: Texts
  at_least: number
  by: string | null
  source: Texts
  /** What is counted for it; null: its source alone is known, and nothing of the log counts for it. */
  measure: 'sites' | 'inspections' | 'pass_rate' | 'coverage' | 'standards' | null
  /** Of rates: of a hundred. */
  actual: number | null
  /** Of a rate: of how many; of a pass rate that is not told neither are they. */
  of?: number
  shown: 'yes' | 'few' | 'beside'
  /** Whether all of the programme's region is counted, or the part that the caller may read. */
  whole: boolean
}
export interface StatisticItem {
  checklist: string
  item: string
  asked: number
  shown: 'yes' | 'few'
  failed?: number
  part?: number
  no?: string
  text?: Texts
  force?: 'mandatory' | 'recommended'
  basis?: string[]
}
export interface StatisticPair {
  checklist: string
  n: number
  shown: 'yes' | 'few' | 'beside'
  higher?: number
  lower?: number
  total?: number
  apart?: number
}
/** A year's statistics (sync-server/query/statistics_query.h): the server's word. */
export interface StatisticsAnswer {
  year: string
  region: string
  programme: string | null
  regions: string[]
  years: string[]
  known_programmes: string[]
  fewest: number
  size: number
  /** The filters name a cell that is not told; then nothing below is there. */
  withheld: 'few' | 'beside' | null
  checks: StatisticCell
  last_year: StatisticCell
  months: StatisticCell[]
  programmes: StatisticCell[]
  programmes_last_year: StatisticCell[]
  regions_below: StatisticCell[]
  sectors: StatisticCell[]
  kinds: StatisticCell[]
  checklists: (StatisticCell & { title?: Texts })[]
  items: StatisticItem[]
  closing: { n: number; shown: 'yes' | 'few' | 'beside'; programmes: { value: string; n: number; shown: 'yes' | 'few' | 'beside'; days?: number; late?: number }[]; days?: number; late?: number; open: number; overdue: number }
  pairs: StatisticPair[]
  inspectors: { checklist: string; people: (StatisticCell & { name: string })[] }[] | null
  /** `times` and `over` by what counts as a visit under the plan that states the cap; `kinds` says what was made and what of it counts. */
  burden: { cap: number | null; plan: string | null; uncounted: { what: string; source: string }[]; kinds: { what: string; n: number; counts: boolean }[]; sites: number; checked: number; times: { n: number; sites: number }[]; over: { site: string; name: string; n: number }[] }
  targets: StatisticTarget[]
}
export interface StatisticRecord {
  id: string
  site: string
  site_name: string
  region: string
  checklist: string
  kind: string
  grade: string
  day: string
  author: string
  status: Status
  passed: boolean | null
}
