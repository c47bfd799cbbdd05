/** Why an act may not happen, as a sentence of the page. */
import { i18n } from '../i18n'
import { word } from '../i18n/words'
import type { Refusal } from '../folds/case_row'

export function refusalWords({ say, args }: Refusal): string {
  return i18n.global.t(`act.${say}`, { ...args, ...(args.state && { state: word('findingState', args.state) }) })
}
