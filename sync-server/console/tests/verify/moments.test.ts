// What a body says in regard to the moment at which its line was signed: the cases that shared/records/rules.h is held to, too.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { bodyFault } from '../../src/verify/body'
import { checkContext } from '../../src/verify/drawn'
import { example } from '../support'

interface Case {
  type: string
  at: string
  offset?: number
  patch: Record<string, unknown>
  code: string
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/moments.json', import.meta.url), 'utf8'))

describe('a moment', () => {
  it.each(cases)('of $type at $at with $patch: $code', async ({ type, at, offset, patch, code }) => {
    const body = { ...example(type), ...patch }
    expect(bodyFault(type, body)).toBe(null)
    const check = await checkContext({ payload: { type, at, ...(offset && { clock: { offset } }), body } } as unknown as Line)
    expect(check.state).toBe(code === 'good' ? 'ok' : 'bad')
    if (code === 'done_ahead') expect(check).toMatchObject({ say: 'body.ahead' })
    if (code === 'bad_payload') expect(check).toMatchObject({ say: 'body.bad' })
  })
})
