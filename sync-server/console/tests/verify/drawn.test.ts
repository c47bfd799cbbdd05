// What is drawn on glass is held to its content by the rule of shared/records/inspection/signed_content.h.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { checkContext, signedContent } from '../../src/verify/drawn'
import { example } from '../support'

interface Case {
  site: string
  body: Record<string, unknown>
  digest: string | null
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/drawn.json', import.meta.url), 'utf8'))

const lineOf = (body: Record<string, unknown>, site = 'a site', files: object[] = []) => ({ payload: { type: 'inspection.submitted', site, files, body } }) as unknown as Line

async function drawn(): Promise<Record<string, unknown>> {
  const body = example('inspection.submitted')
  body.party = { name: '陈负责', strokes: { content: await signedContent('a site', body), width: 100, height: 100, lines: [[0, 1, 1]] } }
  return body
}

describe('a drawn signature', () => {
  it.each(cases)('of $site: $digest', async ({ site, body, digest }) => {
    if (digest === null) await expect(signedContent(site, body)).rejects.toThrow()
    else expect(await signedContent(site, body)).toBe(digest)
  })

  it('counts for its own content alone', async () => {
    const body = await drawn()
    expect((await checkContext(lineOf(body))).state).toBe('ok')
    expect((await checkContext(lineOf({ ...body, finished: 'later' }))).state).toBe('ok')
    expect(await checkContext(lineOf(body, 'another'))).toMatchObject({ state: 'bad', say: 'body.lifted' })
    expect(await checkContext(lineOf({ ...body, kind: 'patrol' }))).toMatchObject({ state: 'bad', say: 'body.lifted' })
    const { strokes } = body.party as Record<string, unknown>
    const witnessed = { ...body, party: { refused: { reason: '有异议', witness: '马某', strokes } } }
    expect((await checkContext(lineOf(witnessed))).state).toBe('ok')
    expect((await checkContext(lineOf(witnessed, 'another'))).state).toBe('bad')
  })

  it('of nobody: a refusal without a witness can be heard or seen', async () => {
    const body = { ...example('inspection.submitted'), party: { refused: { reason: '有异议', no_witness: '无人' } } }
    expect((await checkContext(lineOf(body))).state).toBe('bad')
    expect((await checkContext(lineOf(body, 'a site', [{ role: 'refusal', type: 'image/jpeg' }]))).state).toBe('bad')
    expect((await checkContext(lineOf(body, 'a site', [{ role: 'refusal', type: 'video/mp4' }]))).state).toBe('ok')
  })
})
