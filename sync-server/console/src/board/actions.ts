/** What may be signed about a finding as it stands, by whom this browser is: in the order in which it is offered. */
import type { CaseRow, FindingRow } from '../folds/case_row'
import { stateOf } from '../folds/case_row'
import { kActTypes, type ActKind } from '../folds/act'
import { isItsTurn, mayJudge, type PersonOf } from '../folds/may_happen'

export interface Action {
  kind: ActKind
  /** The key that stands on its button. */
  key: string
  primary: boolean
}

/** Of the acts that a bureau signs, the likelier first. What the enterprise says is not among them. */
const kKeys: [ActKind, string][] = [
  ['ordered', 'O'],
  ['extended', 'X'],
  ['verified', 'S'],
  ['rejected', 'R'],
  ['extensionRefused', 'N'],
  ['delivered', 'D'],
  ['withdrawn', 'W'],
  ['handedOver', 'H'],
  ['ended', 'E'],
  ['archived', 'A'],
]
const kPrimary: ActKind[] = ['ordered', 'extended', 'verified', 'delivered', 'archived']

/** `may`: whether the grants of this browser allow a type here; `kid`: its key, whose person judges no report of her own. */
export function actionsFor(row: CaseRow, finding: FindingRow, may: (type: string) => boolean, kid: string, personOf: PersonOf): Action[] {
  if (row.archived) return []
  const fits = (kind: ActKind) => {
    if (kind === 'archived') return stateOf(row) === 'closed'
    if (kind === 'ordered' && row.standing.status === 'returned') return false
    if ((kind === 'ordered' || kind === 'ended') && row.standing.status === 'incomplete') return false
    if ((kind === 'verified' || kind === 'rejected') && finding.reporter === kid) return false
    if (mayJudge(row, { kind, entries: [finding] }, kid, personOf)) return false
    return isItsTurn(finding, { kind, inspection: '' })
  }
  const found = kKeys.filter(([kind]) => may(kActTypes[kind]) && fits(kind))
  const first = found.find(([kind]) => kPrimary.includes(kind))
  return found.map(([kind, key]) => ({ kind, key, primary: kind === first?.[0] }))
}

/** The findings that one act of this kind may speak of together with `finding`: those of one order, whose turn it is as well. */
export function companions(row: CaseRow, finding: FindingRow, kind: ActKind): FindingRow[] {
  if (kind === 'archived') return []
  return row.findings.filter((f) => f === finding || ((f.order ?? '') === (finding.order ?? '') && (f.request ?? '') === (finding.request ?? '') && isItsTurn(f, { kind, inspection: '' })))
}
