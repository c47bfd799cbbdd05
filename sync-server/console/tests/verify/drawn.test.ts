// What is drawn on glass is held to its content by the rule of shared/records/inspection/signed_content.h.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Line, RecordFile } from '../../src/line/line'
import { bodyFault } from '../../src/verify/body'
import { checkContext, earlierSignedContent, signedContent } from '../../src/verify/drawn'
import { example } from '../support'

interface Case {
  site: string
  body: Record<string, unknown>
  /** Of form 2. */
  files?: RecordFile[]
  digest: string | null
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/drawn.json', import.meta.url), 'utf8'))

interface Moment {
  type: string
  at: string
  offset?: number
  patch: Record<string, unknown>
  code: string
}
const moments: Moment[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/moments.json', import.meta.url), 'utf8'))

const lineOf = (body: Record<string, unknown>, site = 'a site', files: object[] = []) => ({ payload: { type: 'inspection.submitted', site, files, body } }) as unknown as Line

async function drawn(): Promise<Record<string, unknown>> {
  const body = example('inspection.submitted')
  body.party = { name: '陈负责', strokes: { content: await earlierSignedContent('a site', body), width: 100, height: 100, lines: [[0, 1, 1]] } }
  return body
}

describe('a drawn signature', () => {
  it.each(cases)('of $site: $digest', async ({ site, body, files, digest }) => {
    const made = () => (files ? signedContent(site, body, files) : earlierSignedContent(site, body))
    if (digest === null) await expect(made()).rejects.toThrow()
    else expect(await made()).toBe(digest)
  })

  it('of form 2 covers what the record shows', async () => {
    const photo = (hash: string, more = {}) => ({ sha256: hash.repeat(64), size: 1, type: 'image/jpeg', role: 'evidence', item: '1', ...more })
    const body = example('inspection.submitted')
    const files = [photo('a'), photo('b', { photo: { way: 'import', at: '', caption: '门虚掩' } })] as RecordFile[]
    body.party = { name: '陈负责', strokes: { content: await signedContent('a site', body, files), form: 2, width: 100, height: 100, lines: [[0, 1, 1]] } }
    expect((await checkContext(lineOf(body, 'a site', files))).state).toBe('ok')
    expect((await checkContext(lineOf(body, 'a site', [...files].reverse()))).state).toBe('ok')
    expect((await checkContext(lineOf(body, 'a site', [...files, { role: 'trail' }]))).state).toBe('ok')
    for (const other of [[files[0]!], [...files, photo('c')], [files[0]!, { ...files[1]!, photo: undefined }], [photo('a', { role: 'document' }), files[1]!], [photo('a', { item: '2' }), files[1]!]])
      expect(await checkContext(lineOf(body, 'a site', other))).toMatchObject({ state: 'bad', say: 'body.lifted' })
    const earlier = structuredClone(body)
    delete ((earlier.party as Record<string, Record<string, unknown>>).strokes!).form
    expect((await checkContext(lineOf(earlier, 'a site', files))).state).toBe('bad')
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

describe('what is said of a moment', () => {
  it.each(moments)('of $type at $at with $patch: $code', async ({ type, at, offset, patch, code }) => {
    const body = { ...example(type), ...patch }
    expect(bodyFault(type, body)).toBe(null)
    const check = await checkContext({ payload: { type, at, ...(offset && { clock: { offset } }), body } } as unknown as Line)
    expect(check.state).toBe(code === 'good' ? 'ok' : 'bad')
    if (code === 'done_ahead') expect(check).toMatchObject({ say: 'body.ahead' })
    if (code === 'bad_payload') expect(check).toMatchObject({ say: 'body.bad' })
  })
})
