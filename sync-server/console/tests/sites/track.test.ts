import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { sha256Hex } from '../../src/crypto/sha256'
import { fetchTrack, readTrack } from '../../src/sites/track'

const line = (coordinates: unknown) => JSON.stringify({ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: {} })

describe('the track of a walked boundary', () => {
  it('is read as longitude and latitude', () => {
    expect(readTrack(line([[101.9671, 38.2462], [101.9702, 38.2465, 1500]]))).toEqual([[101.9671, 38.2462], [101.9702, 38.2465]])
  })
  it.each(['', '[]', '{', 'null', line([]), line([[1, 2]]), line([[1, 2], ['a', 3]]), line([[1, 2], [200, 3]]), line([[1, 2], [3, 95]]), line('x'), JSON.stringify({ type: 'FeatureCollection', features: [] }), line(Array(100_001).fill([1, 2]))])('is none: %.60s', (text) =>
    expect(readTrack(text)).toBeNull(),
  )
  it('is drawn of the bytes that the proposal names alone', async () => {
    const bytes = utf8(line([[1, 2], [3, 4]]))
    const hash = await sha256Hex(bytes)
    expect(await fetchTrack({ file: async () => bytes }, hash)).toEqual([[1, 2], [3, 4]])
    expect(await fetchTrack({ file: async () => utf8(line([[1, 2], [3, 5]])) }, hash)).toBe('changed')
    const other = utf8('nothing')
    expect(await fetchTrack({ file: async () => other }, await sha256Hex(other))).toBe('unreadable')
  })
})
