/** A fault of a sheet as a sentence: what is wrong and what to do. */
import { i18n } from '../i18n'
import { regionName } from '../i18n/regions'
import type { Fault } from '../sheets/table'
import type { Column } from '../ui/table'

export function faultSentence({ say, params }: Pick<Fault, 'say' | 'params'>): string {
  const { region } = params ?? {}
  return i18n.global.t(`fault.${say}`, { ...params, ...(region !== undefined && { region: regionName(String(region)) }) })
}

/** A table of faults: where each stands, and what is wrong there. */
export function faultColumns(): Column<Fault>[] {
  const { t } = i18n.global
  return [
    { key: 'row', head: t('import.row'), text: (f) => f.row, class: 'num' },
    { key: 'column', head: t('import.column'), text: (f) => f.column || '—' },
    { key: 'what', head: t('import.what'), text: faultSentence },
  ]
}
