import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Api } from '../../src/api/client'
import type { TokenSource } from '../../src/api/token'
import { en } from '../../src/i18n/en'
import { zh } from '../../src/i18n/zh'
import { kPapersOf, PaperJob } from '../../src/papers/paper_job'

const tokens = { get: () => Promise.resolve('t'), forget: () => undefined } as unknown as TokenSource
const content = new TextEncoder().encode('%PDF-1.7 …')

function job(answer: (path: string, init?: RequestInit) => Promise<Response>) {
  const asked: string[] = []
  const api = new Api(tokens, (path, init) => (asked.push(String(path)), answer(String(path), init)))
  return { asked, job: new PaperJob(() => api, 'record/1') }
}
const pdf = () => Promise.resolve(new Response(content, { headers: { 'Content-Disposition': "inline; filename=\"all.pdf\"; filename*=UTF-8''%E6%A3%80.pdf" } }))

describe('a paper', () => {
  it('is asked for by name and language, and hashed here', async () => {
    const { asked, job: one } = job(pdf)
    await one.make('all', 'en')
    expect(asked).toEqual(['/v1/query/records/record%2F1/papers/all.pdf?language=en'])
    expect(one.state.made).toMatchObject({ name: '检.pdf', bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })
    expect(one.state.running).toBe(false)
    one.drop()
    expect(one.state.made).toBeNull()
  })
  it('that cannot be made says why', async () => {
    const { job: one } = job(() => Promise.resolve(new Response('{"code":"busy","detail":"later"}', { status: 503, headers: { 'Content-Type': 'application/problem+json' } })))
    await one.make('all', 'zh')
    expect(one.state.made).toBeNull()
    expect(one.state.said).toEqual({ key: 'problem.busy', detail: 'later' })
  })
  it('that was chosen later stands, whichever comes first', async () => {
    let free = () => {}
    const { job: one } = job((path) => (path.includes('all.pdf') ? new Promise((done) => (free = () => void pdf().then(done))) : pdf()))
    const first = one.make('all', 'zh')
    await one.make('score_sheet', 'zh')
    const made = one.state.made
    free()
    await first
    expect(one.state.made).toBe(made)
  })
  it('has a name in both languages, and is one that the product prints', () => {
    for (const paper of Object.values(kPapersOf).flat()) {
      expect((zh.papers.name as Record<string, string>)[paper]).toBeTruthy()
      expect((en.papers.name as Record<string, string>)[paper]).toBeTruthy()
      if (paper !== 'all') for (const language of ['zh', 'en']) expect(JSON.parse(readFileSync(`../../assets/papers/${language}/${paper}.json`, 'utf8')).paper).toBe(paper)
    }
  })
})
