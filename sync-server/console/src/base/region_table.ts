/**
 * Regions by name, of the table that server and tablets are built with. A grant names a prefix of the codes of GB/T 2260
 * ("62", "6203", "620321"), a record a whole code or a prefix. Pure.
 */
import { regions } from '../../../../assets/regions/gansu_qinghai.json'

export interface Region {
  code: string
  name: string
  en?: string
}

export const kRegions = regions as Region[]
export const regionByCode = new Map(kRegions.map((r) => [r.code, r]))

/** "甘肃", "金昌市永昌县", "Jinchang", "Yongchang County, Jinchang"; a code that is not in the table stays a code. */
export function regionNameIn(code: string, language: 'zh' | 'en'): string {
  const region = regionByCode.get(code.padEnd(6, '0'))
  if (!region) return code
  const prefecture = code.length > 4 && !code.endsWith('00') ? regionByCode.get(`${code.slice(0, 4)}00`) : undefined
  if (language === 'en') return [region.en ?? region.name, prefecture?.en].filter(Boolean).join(', ')
  return (prefecture?.name ?? '') + (region.code.endsWith('0000') ? region.name.replace(/省$/, '') : region.name)
}
