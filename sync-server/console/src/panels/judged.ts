/** The server's word about a panel, held against its lines as this browser judges them; and the result, reckoned here. */
import type { KnownPanel } from '../api/voice_types'
import { sameJson } from '../base/same_json'
import type { JudgedLine } from '../verify/about'
import { isOver, panelOf, totalOf } from './fold'
import { resultOf, type PanelResult } from './result'

/** missing: no believed line assigns the panel. differs: what is told does not follow from the lines. */
export interface JudgedPanel {
  state: 'ok' | 'differs' | 'missing'
  /** Of the believed sheets, once the panel is over. */
  result: PanelResult | null
}

export function judgePanel(told: KnownPanel, lines: readonly JudgedLine[]): JudgedPanel {
  const panel = panelOf(told.id, lines)
  if (!panel) return { state: 'missing', result: null }
  const { experts, rule, of } = panel.says
  const totals = experts.flatMap((person) => panel.sheets.filter((one) => one.says.person === person).map((one) => ({ person, points: totalOf(one.says) })))
  const result = isOver(panel) ? resultOf(rule, totals) : null
  const same =
    sameJson(rule, told.rule) && of === told.of && sameJson(experts, told.experts.map((one) => one.person)) && isOver(panel) === told.over && (!told.over || sameJson(result, told.result)) && told.sheets.every((sheet) => sameJson(panel.sheets.find((one) => one.id === sheet.id)?.says, sheet.says))
  return { state: same ? 'ok' : 'differs', result }
}
