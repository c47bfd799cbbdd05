/** A panel with its sheets, folded from its judged lines: the twin of foldPanel (shared/records/panel/panel.h). Pure. */
import type { PanelRule } from '../api/panel_rule'
import type { SheetBody } from '../api/voice_types'
import type { Payload } from '../line/line'
import type { JudgedLine } from '../verify/about'

export interface PanelBody {
  of: string
  programme: string
  rule: PanelRule
  experts: string[]
  until: string
  person: string
}
export interface FoldedPanel {
  id: string
  says: PanelBody
  sheets: { id: string; says: SheetBody }[]
  closed: string
}

export const totalOf = (sheet: SheetBody): number => sheet.points.reduce((sum, one) => sum + one.points, 0)
export const isOver = (panel: FoldedPanel): boolean => panel.closed !== '' || panel.sheets.length === panel.says.experts.length

function mayScore(panel: FoldedPanel, sheet: SheetBody): boolean {
  const { experts, rule } = panel.says
  const fits = sheet.points.length === rule.criteria.length && sheet.points.every((one, i) => one.id === rule.criteria[i]!.id && one.points <= rule.criteria[i]!.points)
  return experts.includes(sheet.person) && fits && !panel.sheets.some((one) => one.says.person === sheet.person)
}

/** Takes the line in, where it may; gives the panel as it is then. */
export function foldPanel(panel: FoldedPanel | null, { id, type, body }: Payload): FoldedPanel | null {
  if (type === 'panel.assigned') return panel ?? { id, says: body as unknown as PanelBody, sheets: [], closed: '' }
  if (!panel || body.of !== panel.id || isOver(panel)) return panel
  if (type === 'panel.closed') return { ...panel, closed: id }
  const sheet = body as unknown as SheetBody
  return type === 'panel.scored' && mayScore(panel, sheet) ? { ...panel, sheets: [...panel.sheets, { id, says: sheet }] } : panel
}

/** Of the panel of that id; null: no believed line assigns it. */
export function panelOf(id: string, lines: readonly JudgedLine[]): FoldedPanel | null {
  let panel: FoldedPanel | null = null
  for (const { line } of lines) {
    const { payload } = line
    if (payload.type.startsWith('panel.') && (payload.id === id || payload.body.of === id)) panel = foldPanel(panel, payload)
  }
  return panel
}
