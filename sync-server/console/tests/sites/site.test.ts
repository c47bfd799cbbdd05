import { describe, expect, it } from 'vitest'
import { areaOf, boundaryFault, readBoundary, type Boundary } from '../../src/base/boundary'
import { siteOfBody, toBody } from '../../src/sites/site'

const square: Boundary = { type: 'Polygon', coordinates: [[[101.9, 38.2], [101.91, 38.2], [101.91, 38.21], [101.9, 38.21], [101.9, 38.2]]] }
const body = {
  id: 'a', name: '甲站', region: '620321', code: '93620321MA0000007K', address: '朱王堡镇', point: { lat: 38.2471, lon: 101.9683 }, programme: '示范区', sector: '设施蔬菜', contact: '陈负责', boundary: square,
  altitude: 1560, scale: { value: 1200, unit: '亩' }, products: ['番茄', '辣椒'], level: '省级', risk_grade: 'B', programme_id: 'gs', kind: '农民专业合作社', start: '2026-03-01', more: 'a member of this very name',
}

describe('a site', () => {
  it('comes back from a form whole, with the members that this console does not know', () => {
    expect(toBody(siteOfBody(body))).toEqual(body)
  })
  it('that is changed loses nothing but what was changed', () => {
    expect(toBody({ ...siteOfBody(body), name: '乙站', boundary: null })).toEqual({ ...body, name: '乙站', boundary: undefined })
  })
})

describe('a boundary', () => {
  it('has an area as of a plane', () => {
    expect(areaOf(square) / 1e4).toBeCloseTo(97.38, 1) // hectares: 1113.2 m by 874.8 m
  })
  it('is read of WKT and of GeoJSON, without heights', () => {
    const high = { ...square, coordinates: [square.coordinates[0].map(([lon, lat]) => [lon, lat, 1500])] }
    expect(readBoundary(JSON.stringify(high))).toEqual(square)
    expect(readBoundary('POLYGON((101.9 38.2,101.91 38.2, 101.91 38.21,101.9 38.21,101.9 38.2))')).toEqual(square)
    expect(readBoundary('POLYGON Z ((101.9 38.2 1,101.91 38.2 1, 101.91 38.21 1,101.9 38.21 1,101.9 38.2 1))')).toEqual(square)
    expect(boundaryFault(readBoundary('POLYGON ((0 0, 3 0, 3 3, 0 0), (1 1, 2 1, 2 2, 1 1))'))).toBe('one_ring')
    expect(boundaryFault(readBoundary('POLYGON ((a b, 3 0, 3 3, a b))'))).toBe('no_degrees')
    expect(readBoundary('{"type":"Point","coordinates":[1,2]}')).toBe(null)
    expect(readBoundary('永昌县')).toBe(null)
  })
  it('of as many corners as a line takes is judged in no time, and one more is too many', () => {
    const ring = Array.from({ length: 999 }, (_, i): [number, number] => [101.9 + 0.01 * Math.cos((2 * Math.PI * i) / 999), 38.2 + 0.01 * Math.sin((2 * Math.PI * i) / 999)])
    expect(boundaryFault({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })).toBe(null)
    expect(boundaryFault({ type: 'Polygon', coordinates: [[...ring, ring[998], ring[0]]] })).toBe('too_many')
    const star = ring.map((_, i) => ring[(i * 500) % 999]!)
    expect(boundaryFault({ type: 'Polygon', coordinates: [[...star, star[0]]] })).toBe('crosses')
  })
})
