import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMarks } from '../../src/record/marks'
import { shapesOf } from '../../src/record/mark_shapes'

interface Case { marks: string; width: number; height: number; shapes: Record<string, unknown>[] }
const cases = JSON.parse(readFileSync(new URL('../../../../tests/unit/picture/cases/mark_shapes.json', import.meta.url), 'utf8')) as Case[]

/** Every number of a value beside the same of another, within a thousandth and its rounding. */
function close(a: unknown, b: unknown, path: string): void {
  if (typeof a === 'number') expect(Math.abs(a - (b as number)), path).toBeLessThanOrEqual(0.0011)
  else if (Array.isArray(a)) {
    expect(a.length, path).toBe((b as unknown[]).length)
    a.forEach((v, i) => close(v, (b as unknown[])[i], `${path}[${i}]`))
  } else expect(a, path).toBe(b)
}

describe('marks are drawn as on the tablet and on paper', () => {
  it.each(cases.map((c, i) => [i, c] as const))('case %i', (_, c) => {
    const shapes = shapesOf(readMarks(c.marks)!.marks, c.width, c.height)
    expect(shapes.length).toBe(c.shapes.length)
    shapes.forEach((s, i) => { for (const [name, value] of Object.entries(s)) close(value, c.shapes[i]![name], `${i}.${name}`) })
  })
})
