/** The filters that stand on the board, in words, as the sheet of an export repeats them. */
import { i18n } from '../i18n'
import { regionName } from '../i18n/regions'
import { word } from '../i18n/words'
import type { BoardFilter } from './board'

export function filterWords(filter: BoardFilter, inspectors: Record<string, string>): string {
  const { t } = i18n.global
  const { region, programme, inspector, severity, supervision, within, overdue } = filter
  return [region && regionName(region), programme, inspector && (inspectors[inspector] ?? ''), severity && word('severity', severity), supervision && t(`board.supervision.${supervision}`), within > 0 && t('board.dueWithin', { n: within }), overdue && t('board.onlyOverdue')].filter(Boolean).join(' · ')
}
