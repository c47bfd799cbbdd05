import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawRegions, kLabel, readOutlines } from '../../src/statistics/region_map'

const outlines = readOutlines(readFileSync(new URL('../../../../assets/map/counties.geojson', import.meta.url), 'utf8'))

describe('regions as a drawing', () => {
  it('have each county with the cell of the region that it lies in, and what is told in the middle of it', () => {
    const drawn = drawRegions(outlines, ['62'], [{ value: '6203' }, { value: '6207' }])!
    expect(drawn.shapes.every((s) => s.code.startsWith('62'))).toBe(true)
    expect(drawn.shapes.find((s) => s.code === '620321')!.value).toBe('6203')
    expect(drawn.shapes.find((s) => s.code === '620102')!.value).toBe('')
    expect(drawn.labels.map((l) => l.value).sort()).toEqual(['6203', '6207'])
    for (const { x, y } of drawn.labels) expect(x > 0 && x < drawn.width && y > 0 && y < drawn.height).toBe(true)
    expect(drawn.shapes.every((s) => /^(M[-\d. L]+Z)+$/.test(s.path))).toBe(true)
  })
  it('have labels that do not lie over each other', () => {
    const cells = [...new Set(outlines.map((one) => one.code.slice(0, 4)))].map((value) => ({ value }))
    for (const province of ['62', '63']) {
      const { labels, width } = drawRegions(outlines, [province], cells)!
      expect(labels.length).toBeGreaterThan(7)
      for (const [i, a] of labels.entries()) for (const b of labels.slice(i + 1)) expect(Math.abs(a.x - b.x) > kLabel.width - 2 || Math.abs(a.y - b.y) > kLabel.height - 2, `${a.value} ${b.value}`).toBe(true)
      expect(labels.every((l) => l.x >= 0 && l.x <= width)).toBe(true)
    }
  })
  it('of a county that is a cell itself go before those of its prefecture', () => {
    const drawn = drawRegions(outlines, ['6203'], [{ value: '6203' }, { value: '620321' }])!
    expect(drawn.shapes.find((s) => s.code === '620321')!.value).toBe('620321')
    expect(drawn.shapes.find((s) => s.code === '620302')!.value).toBe('6203')
  })
  it('are none where no outline is held', () => {
    expect(drawRegions(outlines, ['11'], [])).toBeNull()
  })
})
