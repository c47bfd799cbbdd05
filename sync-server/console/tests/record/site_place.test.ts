/** Where a record was made in regard to its site: the rule of the tablet. */
import { describe, expect, it } from 'vitest'
import { i18n } from '../../src/i18n'
import { inRegardTo, readSitePlace } from '../../src/record/site_place'
import { sitePlaceWords } from '../../src/record/site_place_words'

const ring = [[101, 38], [101.01, 38], [101.01, 38.01], [101, 38.01], [101, 38]]
const site = readSitePlace({ point: { lat: 38.2, lon: 101.2 }, boundary: { type: 'Polygon', coordinates: [ring] } })

describe('where a record was made', () => {
  it('is told by the boundary where the site has one, whatever its point says', () => {
    expect(inRegardTo(site, { lat: 38.005, lon: 101.005 }, 4)?.key).toBe('inside')
    expect(inRegardTo(site, { lat: 38.0099999, lon: 101.005 }, 4)?.key).toBe('edge')
    expect(inRegardTo(site, { lat: 38.02, lon: 101.005 }, 4)).toMatchObject({ key: 'outside', metres: expect.closeTo(1110, -1) as number })
    i18n.global.locale.value = 'zh'
    expect(sitePlaceWords(site, { lat: 38.02, lon: 101.005 }, 4)).toMatch(/^界外 1\.1 公里$/)
  })

  it('is told by the point where it has none, and by nothing where it has neither', () => {
    expect(inRegardTo(readSitePlace({ point: { lat: 38, lon: 101 } }), { lat: 38, lon: 101.001 }, 4)?.key).toBe('away')
    // What is no boundary is none: it crosses itself, or is no ring.
    for (const boundary of [{ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] }, { type: 'Polygon' }, 'POLYGON'])
      expect(readSitePlace({ boundary }).ring).toBeNull()
    expect(inRegardTo(readSitePlace({ point: { lat: 'x', lon: 1 } }), { lat: 38, lon: 101 })).toBeNull()
  })
})
