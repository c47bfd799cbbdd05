/** Ratings of visits and panels of experts as the server tells of them (PROTOCOL.md): its word. */
import type { PanelResult, PanelRule } from './panel_rule'

export interface RatingFigures {
  ratings: number
  answers: Record<string, { counts: number[]; mean: number; deviation: number }>
}
export interface RatingsAnswer {
  /** Fewer are told to nobody. */
  least: number
  questions: string[]
  items: (RatingFigures & { region: string; quarter: string })[]
  total?: RatingFigures
}
export interface RatingTexts {
  index: number
  region: string
  about: string
  quarter: string
  texts: string[]
}

export interface SheetBody {
  of: string
  person: string
  points: { id: string; points: number }[]
  opinion?: string
}
export interface KnownPanel {
  id: string
  index: number
  site: string
  site_name: string
  region: string
  of: string
  programme: string
  rule: PanelRule
  until: string
  experts: { person: string; name: string; handed_in: boolean }[]
  author: string
  at: string
  over: boolean
  /** All of them once the panel is over; the caller's own before. */
  sheets: { id: string; person: string; says: SheetBody; at: string }[]
  closed?: { id: string; reason: string }
  result?: PanelResult
}

export interface PanelRuleAnswer {
  of: string
  site: string
  site_name: string
  region: string
  programme: string
  programme_title: Record<string, string>
  rule: PanelRule
}
