// The cases that shared/records/rules.h and this page are both held to: what one believes, the other believes.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyFault } from '../../src/verify/body'
import { example } from '../support'

interface Case {
  type: string
  path: string
  value?: unknown
  good: boolean
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/bodies.json', import.meta.url), 'utf8'))

function changed({ type, path, value }: Case): Record<string, unknown> {
  const body = example(type)
  const names = path.split('.')
  const last = names.pop()!
  const at = names.reduce<Record<string, unknown>>((o, n) => o[n] as Record<string, unknown>, body)
  if (value === undefined) delete at[last]
  else at[last] = value
  return body
}

describe('a body', () => {
  it.each(cases)('$type with $path as $value: $good', (one) => {
    const fault = bodyFault(one.type, changed(one))
    expect(fault === null).toBe(one.good)
    if (fault) expect(fault.startsWith('body.')).toBe(true)
  })
  it('of a type that this page does not read is left alone', () => {
    expect(bodyFault('drone.flown', { height: null })).toBe(null)
  })
  it('that is empty says nothing, of each type that it reads', () => {
    for (const type of ['inspection.submitted', 'inspection.amended', 'review.accepted', 'review.returned', 'site.published', 'checklist.published']) expect(bodyFault(type, {}), type).not.toBe(null)
  })
})
