import { describe, expect, it } from 'vitest'
import { isPhotoOrigin } from '../../src/line/photo_origin'

const at = '2026-11-22T08:52:16.000+08:00'

describe('where a photo comes from', () => {
  it.each([
    { way: 'import', at },
    { way: 'camera', at, place: { lat: 38.2, lon: 101.9, within: 4 }, caption: '门虚掩', reason: '相机没有对时' },
    { way: 'import', at, noPlace: '平板没有定位', camera: { taken: '2026-11-22 08:52:13', zone: '+08:00', place: { lat: 38, lon: 101 } }, later: 1 },
  ])('is taken: %o', (v) => expect(isPhotoOrigin(v)).toBe(true))
  it.each([null, [], {}, { way: 'x', at }, { way: 'import', at: '2026-11-22T08:52:16Z' }, { way: 'import', at: '2026-02-30T08:52:16.000+08:00' }, { way: 'import', at, place: { lat: 91, lon: 0 } }, { way: 'import', at, place: { lat: 1, lon: 0, within: -1 } }, { way: 'import', at, caption: 5 }, { way: 'import', at, camera: [] }, { way: 'import', at, camera: { place: 5 } }])(
    'is refused: %o', (v) => expect(isPhotoOrigin(v)).toBe(false))
})
