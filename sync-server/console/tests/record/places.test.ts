import { describe, expect, it } from 'vitest'
import { readPlaces } from '../../src/record/places'
import type { Line } from '../../src/line/line'

const lineWith = (body: object) => ({ payload: { body } }) as unknown as Line

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
