import { beforeAll, describe, expect, it } from 'vitest'
import { i18n } from '../../src/i18n'
import { readPlaces, signedPlace } from '../../src/record/places'
import { whereWords } from '../../src/record/where_words'
import type { Line } from '../../src/line/line'

const lineWith = (body: object, type = 'inspection.submitted') => ({ payload: { type, body } }) as unknown as Line

describe('places of an inspection', () => {
  it('are places or why there is none, and nothing where nobody asked', () => {
    expect(readPlaces(lineWith({}))).toBeNull()
    expect(readPlaces(lineWith({ places: 7 }))).toBeNull()
    const read = readPlaces(lineWith({ places: { begun: { none: 'searching' }, signed: { lat: 38.2471, lon: 101.9683, acc: 4.2, satellites: 9, mocked: true }, files: { ab: { none: 'off' }, cd: { lat: 1, lon: 2, acc: 3 } } } }))!
    expect(read.begun).toEqual({ none: 'searching' })
    expect(read.signed).toEqual({ lat: 38.2471, lon: 101.9683, acc: 4.2, satellites: 9, mocked: true })
    expect([...read.files.keys()]).toEqual(['ab', 'cd'])
  })
  it('leaves out what is no place', () => {
    const read = readPlaces(lineWith({ places: { begun: { lat: '38', lon: 1, acc: 1 }, signed: null, files: { ab: 7 } } }))!
    expect(read).toEqual({ begun: null, signed: null, files: new Map() })
  })
})

describe('where a line was signed', () => {
  const place = { lat: 38.2471, lon: 101.9683, acc: 4.2 }
  it('stands in the place of an act, a second signature, a delivery, a contribution, and in the places of a version', () => {
    for (const type of ['rectification.reported', 'rectification.archived', 'inspection.cosigned', 'inspection.delivered', 'assessment.contributed']) {
      expect(signedPlace(lineWith({ place }, type)), type).toMatchObject(place)
      expect(signedPlace(lineWith({ place: { none: 'denied' } }, type)), type).toEqual({ none: 'denied' })
      expect(signedPlace(lineWith({}, type)), type).toBeNull()
    }
    expect(signedPlace(lineWith({ places: { signed: place } }))).toMatchObject(place)
    expect(signedPlace(lineWith({ places: { begun: place } }))).toBeNull()
  })
  it('is no member of the same name that means something else', () => {
    for (const type of ['review.accepted', 'site.proposed', 'inspection.submitted']) expect(signedPlace(lineWith({ place }, type)), type).toBeNull()
  })
})

describe('a place in words', () => {
  beforeAll(() => void (i18n.global.locale.value = 'zh'))
  const place = { lat: 38.24711, lon: 101.96832, acc: 4.2, satellites: null, mocked: false }
  const ring = [[38.24, 101.96], [38.24, 101.98], [38.26, 101.98], [38.26, 101.96]].map(([lat, lon]) => ({ lat: lat!, lon: lon! }))
  it('says how exact it is and what it is to the site', () => {
    expect(whereWords(place, null)).toBe('38.24711, 101.96832 ±4 米')
    expect(whereWords(place, { point: null, ring })).toBe('38.24711, 101.96832 ±4 米 · 在边界内')
    expect(whereWords({ ...place, lat: 38.27 }, { point: null, ring })).toMatch(/界外 1\.1 公里$/)
    expect(whereWords(place, { point: { lat: 38.24711, lon: 101.96832 }, ring: null })).toMatch(/距检查对象 0 米$/)
    expect(whereWords({ ...place, mocked: true }, null)).toContain('模拟位置')
  })
  it('or why there is none', () => {
    expect(whereWords({ none: 'denied' }, { point: null, ring })).toBe('未定位：系统不允许定位')
    expect(whereWords({ none: 'eclipse' }, null)).toBe('未定位：eclipse')
  })
})
