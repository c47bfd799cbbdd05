/**
 * Regions by name. A grant names a prefix of the codes of GB/T 2260 ("62", "6203", "620321"; "" is everywhere), a record a
 * whole code or a prefix. The table is the one that the server and the tablets are built with; nothing is copied by hand.
 */
import { kRegions, regionByCode as byCode, regionNameIn, type Region } from '../base/region_table'
import { i18n, language } from './index'
import { list } from './words'

/** "甘肃", "金昌市永昌县", "Jinchang", "Yongchang County, Jinchang"; a code that is not in the table stays a code. */
export function regionName(code: string): string {
  if (code === '') return i18n.global.t('region.all')
  return regionNameIn(code, language())
}

/** "甘肃、青海"; everywhere is said once, nowhere is a dash. */
export function regionNames(codes: string[]): string {
  if (codes.includes('')) return regionName('')
  const names = [...new Set(codes)].map(regionName)
  // A county's English name has a comma of its own.
  return (names.some((name) => name.includes(', ')) ? names.join('; ') : list(names)) || '—'
}

export interface RegionChoice {
  /** As a grant names it: "62", "6207", "620723". */
  prefix: string
  name: string
}

/** What may be picked within these prefixes: provinces, prefectures and counties, in the order of their codes. */
export function regionsWithin(prefixes: string[]): RegionChoice[] {
  return kRegions
    .map((r) => ({ prefix: prefixOf(r.code), name: regionName(prefixOf(r.code)) }))
    .filter((r) => prefixes.some((p) => r.prefix.startsWith(p)))
}

/** The prefixes that a person may mean: a code of 2, 4 or 6 digits, or a name with or without what it lies in. */
export function findRegions(text: string): string[] {
  const digits = /^\d{2}(\d{2}){0,2}$/.test(text) ? text : null
  if (digits) return byCode.has(digits.padEnd(6, '0')) ? [prefixOf(digits.padEnd(6, '0'))] : []
  return byName().get(plain(text)) ?? []
}

function prefixOf(code: string): string {
  return code.replace(/(00)+$/, '')
}

let names: Map<string, string[]> | null = null

/** Every way to write a region: 永昌县, 永昌, 金昌市永昌县, 甘肃省金昌市永昌县, 甘肃永昌县 … */
function byName(): Map<string, string[]> {
  if (names) return names
  names = new Map()
  for (const region of kRegions) {
    const [province, prefecture] = [byCode.get(`${region.code.slice(0, 2)}0000`), byCode.get(`${region.code.slice(0, 4)}00`)]
    const above = [...new Set([province, prefecture])].filter((r): r is Region => r !== undefined && r !== region)
    let ways = spellings(region)
    for (const r of above.reverse()) ways = [...ways, ...spellings(r).flatMap((a) => ways.map((w) => a + w))]
    for (const way of new Set(ways)) {
      const all = names.get(way) ?? []
      if (!all.includes(prefixOf(region.code))) names.set(way, [...all, prefixOf(region.code)])
    }
  }
  return names
}

function spellings(region: Region): string[] {
  const short = region.name.replace(/(省|市|县|区|((藏|回|土|蒙古|撒拉|保安|东乡|裕固|哈萨克)族)+自治[州县])$/, '')
  return [region.name, ...(short.length >= 2 && short !== region.name ? [short] : []), ...(region.en ? [plain(region.en), plain(region.en.replace(/ (County|District|City)$/, ''))] : [])]
}

/** As somebody types it: no spaces, no apostrophes, no marks over letters ("maqen" for Maqên). */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[\s'’\u0300-\u036f]/g, '').toLowerCase()
}
