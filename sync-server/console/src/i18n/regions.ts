/**
 * Regions by name. A grant names a prefix of the codes of GB/T 2260 ("62", "6203", "620321"; "" is everywhere), a record a
 * whole code or a prefix. The table is the one that the server and the tablets are built with; nothing is copied by hand.
 */
import { regions } from '../../../../assets/regions/gansu_qinghai.json'
import { i18n, language } from './index'
import { list } from './words'

interface Region {
  code: string
  name: string
  en?: string
}

const byCode = new Map((regions as Region[]).map((r) => [r.code, r]))

/** "甘肃", "金昌市永昌县", "Jinchang"; a code that is not in the table stays a code. */
export function regionName(code: string): string {
  if (code === '') return i18n.global.t('region.all')
  const region = byCode.get(code.padEnd(6, '0'))
  if (!region) return code
  const prefecture = code.length > 4 && !code.endsWith('00') ? byCode.get(`${code.slice(0, 4)}00`) : undefined
  // Few counties have a settled English name: their own stands, with the prefecture that a reader may know.
  if (language() === 'en') return [region.en ?? region.name, prefecture?.en].filter(Boolean).join(', ')
  return (prefecture?.name ?? '') + (region.code.endsWith('0000') ? region.name.replace(/省$/, '') : region.name)
}

/** "甘肃、青海"; everywhere is said once, nowhere is a dash. */
export function regionNames(codes: string[]): string {
  if (codes.includes('')) return regionName('')
  return list([...new Set(codes)].map(regionName)) || '—'
}
