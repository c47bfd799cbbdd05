/** A fault of a sheet as a sentence: what is wrong and what to do. */
import { i18n } from '../i18n'
import { regionName } from '../i18n/regions'
import type { Fault } from '../sheets/table'

export function faultSentence({ say, params }: Pick<Fault, 'say' | 'params'>): string {
  const { region } = params ?? {}
  return i18n.global.t(`fault.${say}`, { ...params, ...(region !== undefined && { region: regionName(String(region)) }) })
}
