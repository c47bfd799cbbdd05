/** A check's sentence in the language of the page. */
import { i18n, language } from '../i18n'
import { regionName, regionNames } from '../i18n/regions'
import { count, lasting, moment } from '../i18n/words'
import type { Check } from './check'

const { t } = i18n.global

export function checkSentence(check: Check): string {
  const args: Record<string, string | number> = {}
  for (const [k, v] of Object.entries(check.args ?? {})) {
    if (k === 'span') args[k] = lasting(Number(v))
    else if (typeof v === 'number') args[k] = count(v)
    else if (k === 'role') args[k] = t(v)
    else if (k === 'region' || k === 'elsewhere') args[k] = regionName(v)
    else if (k === 'regions') args[k] = regionNames(v.split(' '))
    else if (k === 'time') args[k] = moment(v)
    else args[k] = v
  }
  return t(`say.${check.say}`, args)
}

/** Several in a row: Chinese sentences follow each other without a space. */
export function checkSentences(checks: Check[]): string {
  return checks.map(checkSentence).join(language() === 'zh' ? '' : ' ')
}
