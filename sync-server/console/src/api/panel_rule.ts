/** How experts score, as a programme states it, and what their sheets come to (shared/records/panel). */
export interface PanelRule {
  experts: number
  least: number
  drop?: { highest: number; lowest: number; from: number }
  method: 'mean' | 'median'
  limit?: number
  criteria: { id: string; title: Record<string, string>; points: number }[]
}
export interface ExpertScore {
  person: string
  points: number
  dropped: boolean
}
export interface PanelResult {
  scores: ExpertScore[]
  /** Absent: fewer handed in than the rule asks for. */
  points?: number
  range: number
  deviation: number
  wide: boolean
}
