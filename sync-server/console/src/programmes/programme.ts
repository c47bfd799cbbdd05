/** A programme as it is published (programme.published; RECORDS.md). */
import type { PanelRule } from '../api/panel_rule'
import type { LocalText } from '../checklist/document'

export const kMeasures = ['sites', 'inspections', 'pass_rate', 'coverage', 'standards'] as const
export type Measure = (typeof kMeasures)[number]

export interface ProgrammeTarget {
  title: LocalText
  at_least: number
  unit?: LocalText
  by?: string
  source?: LocalText
  measure?: { what: Measure; level?: string }
}

export interface Programme {
  id: string
  title: LocalText
  source?: LocalText
  kind?: string
  sector?: string
  /** "62": whose it is; absent: of all regions. */
  region?: string
  checklists?: string[]
  targets?: ProgrammeTarget[]
  panel?: PanelRule
}
