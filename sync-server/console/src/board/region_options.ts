/** Regions to choose from, as far as this browser's grants reach: whole prefectures, and the counties in them. */
import { regions } from '../../../../assets/regions/gansu_qinghai.json'
import { i18n } from '../i18n'
import { regionName } from '../i18n/regions'
import { coversRegion, type Grant } from '../trust/grants'
import type { Choice } from '../ui/choice'

export interface RegionOption {
  /** The prefix that is asked for: "6207", "620722". */
  code: string
  name: string
  /** Counties stand under their prefecture. */
  county: boolean
}

export function regionOptions(grants: Grant[]): RegionOption[] {
  const reach = (code: string) => grants.some((g) => coversRegion(g, code))
  return (regions as { code: string }[])
    .filter(({ code }) => !code.endsWith('0000'))
    .map(({ code }) => ({ code: code.endsWith('00') ? code.slice(0, 4) : code, name: regionName(code), county: !code.endsWith('00') }))
    .filter(({ code }) => reach(code))
}

/** The same for a filter, which begins with all of them. */
export function regionChoices(options: RegionOption[]): Choice[] {
  const { t } = i18n.global
  return [{ value: '', label: t('board.allRegions') }, ...options.map((r) => ({ value: r.code, label: r.county ? r.name : t('board.allOf', { name: r.name }), also: r.code, deeper: r.county }))]
}
