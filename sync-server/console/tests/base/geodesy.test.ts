/** The figures of tests/unit/domain/geodesy_test.cpp. */
import { describe, expect, it } from 'vitest'
import { contains, metresBetween, metresToSides } from '../../src/base/geodesy'

const at = (lat: number, lon: number) => ({ lat, lon })

describe('lengths on the ground', () => {
  it('are those of the ellipsoid, also across the antimeridian', () => {
    const dms = (d: number, m: number, s: number) => Math.sign(d) * (Math.abs(d) + m / 60 + s / 3600)
    const [flinders, buninyong] = [at(dms(-37, 57, 3.7203), dms(144, 25, 29.5244)), at(dms(-37, 39, 10.1561), dms(143, 55, 35.3839))]
    expect(metresBetween(flinders, buninyong)).toBeCloseTo(54_972.271, 2)
    expect(metresBetween(at(0, 0), at(0, 1))).toBeCloseTo(111_319.491, 2)
    expect(metresBetween(at(0, 0), at(90, 0))).toBeCloseTo(10_001_965.729, 2)
    expect(metresBetween(at(0, 179.5), at(0, -179.5))).toBeCloseTo(111_319.491, 2)
    expect(metresBetween(at(38, 101), at(38, 101))).toBe(0)
    expect(Number.isFinite(metresBetween(at(0, 0), at(0, 180)))).toBe(true)
  })

  it('are measured to the nearest side of a ring, from inside and outside', () => {
    const ring = [at(38, 101), at(38, 101.01), at(38.01, 101.01), at(38.01, 101), at(38, 101)]
    expect(contains(ring, at(38.005, 101.005))).toBe(true)
    expect(contains(ring, at(38.02, 101.005))).toBe(false)
    expect(metresToSides(ring, at(38.005, 101.002))).toBeCloseTo(metresBetween(at(38.005, 101.002), at(38.005, 101)), 0)
    expect(metresToSides(ring, at(38.03, 101.005))).toBeCloseTo(metresBetween(at(38.03, 101.005), at(38.01, 101.005)), 0)
    const fiji = [at(-17, 179.9), at(-17, -179.9), at(-16, -179.9), at(-16, 179.9), at(-17, 179.9)]
    expect(contains(fiji, at(-16.5, 180))).toBe(true)
    expect(contains(fiji, at(-16.5, 0))).toBe(false)
    expect(metresToSides([], at(38, 101))).toBe(Infinity)
  })
})
