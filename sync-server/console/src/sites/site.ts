/**
 * A site as site.published says it: the members that shared/records/reference/site.h reads, what speaks against them, and the
 * members that this console does not know, which whoever publishes the site anew repeats.
 */
import { coversRegion, type Grant } from '../trust/grants'
import { boundaryFault, type Boundary } from '../base/boundary'
import { readCreditCode } from './credit_code'

export interface Site {
  id: string
  name: string
  code: string
  /** A county, six digits. */
  region: string
  address: string
  programme: string
  sector: string
  contact: string
  /** Degrees, WGS 84. */
  point: { lat: number; lon: number } | null
  boundary: Boundary | null
  /** Whole metres above the sea. */
  altitude: number | null
  /** How large it is in the words of its trade: 1200 亩. */
  scale: { value: number; unit: string } | null
  products: string[]
  /** Of its programme: 国家级, 省级 … */
  level: string
  /** By which it is chosen for checks: A (least) … D; '' unknown. */
  risk_grade: string
  /** The programme.published that it counts for. */
  programme_id: string
  /** Whatever else its line says; but `proposal`, which is of one publication alone. */
  more: Record<string, unknown>
}

export type SiteMember = Exclude<keyof Site, 'more'>

/** One thing to mend, or (notice) to look at. */
export interface SiteFault {
  member: SiteMember
  say: string
  params?: Record<string, string | number>
  notice?: boolean
}

/** Where a province lies, as a box around it in degrees: a point outside is none of it. */
const kProvinces: Record<string, [south: number, west: number, north: number, east: number]> = {
  '62': [32.5, 92.2, 42.9, 108.8],
  '63': [31.5, 89.3, 39.3, 103.2],
}
const kChina: [number, number, number, number] = [3, 73, 54, 136]
const kTexts = ['code', 'address', 'programme', 'sector', 'contact', 'level', 'risk_grade', 'programme_id'] as const
const kKnown: ReadonlySet<string> = new Set(['id', 'name', 'region', ...kTexts, 'point', 'boundary', 'altitude', 'scale', 'products', 'proposal'])
export const kRiskGrades = ['A', 'B', 'C', 'D']

export function emptySite(): Site {
  return { id: '', name: '', code: '', region: '', address: '', programme: '', sector: '', contact: '', point: null, boundary: null, altitude: null, scale: null, products: [], level: '', risk_grade: '', programme_id: '', more: {} }
}

export function toBody(site: Site): Record<string, unknown> {
  const body: Record<string, unknown> = { ...site.more, id: site.id, name: site.name, region: site.region }
  for (const name of kTexts) if (site[name] !== '') body[name] = site[name]
  if (site.point) body.point = site.point
  if (site.boundary) body.boundary = site.boundary
  if (site.altitude !== null) body.altitude = site.altitude
  if (site.scale) body.scale = site.scale
  if (site.products.length > 0) body.products = site.products
  return body
}

/** REQUIRES: a body of the form that site.published has (verify/bodies/reference.ts). */
export function siteOfBody(body: Record<string, unknown>): Site {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '')
  const { lat, lon } = (body.point ?? {}) as Record<string, unknown>
  return {
    ...emptySite(), id: text('id'), name: text('name'), region: text('region'),
    ...Object.fromEntries(kTexts.map((name) => [name, text(name)])),
    point: typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null,
    boundary: (body.boundary as Boundary | undefined) ?? null,
    altitude: (body.altitude as number | undefined) ?? null,
    scale: (body.scale as Site['scale'] | undefined) ?? null,
    products: (body.products as string[] | undefined) ?? [],
    more: Object.fromEntries(Object.entries(body).filter(([name]) => !kKnown.has(name))),
  }
}

/** `own`: what the author administers. `published`: the sites that stand already, by id. */
export function judgeSite(site: Site, own: Grant[], published: ReadonlyMap<string, Site>): SiteFault[] {
  const faults: SiteFault[] = []
  const add = (member: SiteMember, say: string, params?: SiteFault['params'], notice = false) => faults.push({ member, say, params, notice })
  if (site.id === '') add('id', 'no_id')
  else if (!/^[\w.\u4e00-\u9fa5-]{1,60}$/.test(site.id)) add('id', 'id_form')
  if (site.name === '') add('name', 'no_name')
  else if (site.name.length > 120) add('name', 'too_long', { n: 120 })
  judgeCode(site, published, add)
  if (site.region === '') add('region', 'no_region')
  else if (!/^\d{6}$/.test(site.region) || site.region.endsWith('00')) add('region', 'not_a_county', { region: site.region })
  else if (!own.some((g) => g.role === 'administrator' && coversRegion(g, site.region))) add('region', 'not_yours', { region: site.region })
  const before = published.get(site.id)
  if (before && !own.some((g) => g.role === 'administrator' && coversRegion(g, before.region))) add('id', 'elsewhere', { name: before.name, region: before.region })
  else if (before) add('id', 'update', { name: before.name }, true)
  if (site.point) judgePoint(site.point, site.region, add)
  const boundary = site.boundary && boundaryFault(site.boundary)
  if (boundary) add('boundary', `boundary_${boundary}`)
  if (site.altitude !== null && !(Number.isSafeInteger(site.altitude) && site.altitude >= -500 && site.altitude <= 9000)) add('altitude', 'no_altitude')
  if (site.scale && !(site.scale.value >= 0 && site.scale.value <= 1e12 && site.scale.unit !== '')) add('scale', 'no_scale')
  if (site.risk_grade !== '' && !kRiskGrades.includes(site.risk_grade)) add('risk_grade', 'no_risk_grade', { text: site.risk_grade })
  return faults
}

type Add = (member: SiteMember, say: string, params?: SiteFault['params'], notice?: boolean) => void

function judgeCode(site: Site, published: ReadonlyMap<string, Site>, add: Add): void {
  if (site.code === '') return
  const code = readCreditCode(site.code)
  if ('fault' in code) return add('code', code.fault, code.params)
  if (code.warns) add('code', 'code_body', {}, true)
  for (const other of published.values()) if (other.code === code.text && other.id !== site.id) add('code', 'code_taken', { name: other.name, id: other.id }, true)
}

function judgePoint({ lat, lon }: { lat: number; lon: number }, region: string, add: Add): void {
  const within = ([south, west, north, east]: readonly number[], a = lat, o = lon) => a >= south! && a <= north! && o >= west! && o <= east!
  const province = kProvinces[region.slice(0, 2)]
  const box = province ?? kChina
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && within(box)) return
  if (within(box, lon, lat)) add('point', 'point_swapped', { lat, lon })
  else if (Math.abs(lat) > 90 || Math.abs(lon) > 180) add('point', 'point_no_degrees', { lat, lon })
  else add('point', province ? 'point_elsewhere' : 'point_abroad', { lat, lon, region: region.slice(0, 2) })
}

/** "38°14′49″N", "38.2471", "38.2471°", "东经101.9": degrees; null where it is no angle. */
export function readDegrees(text: string): number | null {
  const t = text.replace(/[\s东西南北经纬]/g, '')
  const plain = /^([+-]?\d{1,3}(?:\.\d+)?)°?[NSEW]?$/i.exec(t)
  const parts = /^(\d{1,3})°(\d{1,2})[′'](?:(\d{1,2}(?:\.\d+)?)[″"])?[NSEW]?$/i.exec(t)
  const size = plain ? Number(plain[1]) : parts ? Number(parts[1]) + Number(parts[2]) / 60 + Number(parts[3] ?? 0) / 3600 : null
  if (size === null) return null
  const signed = /[SW]$/i.test(t) || /[南西]/.test(text) ? -Math.abs(size) : size
  return Math.round(signed * 1e6) / 1e6
}
