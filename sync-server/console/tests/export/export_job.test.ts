import { describe, expect, it } from 'vitest'
import { Api } from '../../src/api/client'
import type { TokenSource } from '../../src/api/token'
import { ExportJob, fileName, ownZone, queryOf, zones, type Choice } from '../../src/export/export_job'

const csv: Choice = { format: 'csv', zone: 'Asia/Shanghai', answers: false, checklist: 'ab' }
const tokens = { get: () => Promise.resolve('t'), forget: () => undefined } as unknown as TokenSource

function job(answer: (path: string, init?: RequestInit) => Promise<Response>) {
  const kept: { text: Promise<string>; name: string }[] = []
  const api = new Api(tokens, (path, init) => answer(String(path), init))
  return { kept, job: new ExportJob(() => api, 'inspections', (blob, name) => kept.push({ text: blob.text(), name })) }
}

function streamed(pieces: string[], broken = false): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(to) {
      if (at < pieces.length) to.enqueue(new TextEncoder().encode(pieces[at++]))
      else if (broken) to.error(new TypeError('network error'))
      else to.close()
    },
  })
}

describe('a list that is taken away', () => {
  it('asks with the filters that stand, and with those only', () => {
    expect(queryOf({ status: 'accepted', region: '' }, csv, 'zh')).toBe('status=accepted&lang=zh&zone=Asia%2FShanghai')
    expect(queryOf({ family: 'inspection', programme: '', region: '' })).toBe('family=inspection&programme=')
    expect(queryOf({}, { ...csv, answers: true }, 'en')).toBe('lang=en&zone=Asia%2FShanghai&answers=1&checklist=ab')
    expect(queryOf({}, { ...csv, answers: true, format: 'xlsx' }, 'en')).not.toContain('checklist')
  })

  it('offers the zone of the browser, and UTC', () => {
    expect(zones()).toContain(ownZone())
    expect(zones()).toContain('UTC')
    expect(new Set(zones()).size).toBe(zones().length)
  })

  it('reads the name for people, and the plain one where there is no other', () => {
    expect(fileName(`attachment; filename="a.csv"; filename*=UTF-8''%E6%A3%80.csv`, 'x')).toBe('检.csv')
    expect(fileName(`attachment; filename="a.csv"; filename*=UTF-8''%E6%A3`, 'x')).toBe('a.csv')
    expect(fileName(null, 'x')).toBe('x')
  })

  it('saves the whole and counts what came', async () => {
    let asked = ''
    const { job: it, kept } = job(async (path) => {
      asked = path
      return new Response(streamed(['编号\r\n', '1\r\n']), { headers: { 'Content-Disposition': 'attachment; filename="a.csv"' } })
    })
    await it.run({ status: 'accepted' }, csv, 'zh')
    expect(asked).toBe('/v1/export/inspections.csv?status=accepted&lang=zh&zone=Asia%2FShanghai')
    expect(it.state).toMatchObject({ running: false, received: 11, saved: 'a.csv', said: null })
    expect(await kept[0].text).toBe('编号\r\n1\r\n')
  })

  it('saves nothing of a list that was cut, and says so', async () => {
    const { job: it, kept } = job(async () => new Response(streamed(['1\r\n'], true)))
    await it.run({}, csv, 'zh')
    expect(kept).toEqual([])
    expect(it.state.said?.key).toBe('problem.export_cut')
    expect(it.state.saved).toBe('')
  })

  it('says why the server refused', async () => {
    const { job: it } = job(async () => new Response(JSON.stringify({ code: 'busy', detail: 'd' }), { status: 503 }))
    await it.run({}, csv, 'zh')
    expect(it.state).toMatchObject({ running: false, said: { key: 'problem.busy', detail: 'd' } })
  })

  it('stops without a word when it is told to', async () => {
    const { job: it, kept } = job(
      (_, init) =>
        new Promise((_resolve, reject) => {
          const stop = () => reject(new DOMException('', 'AbortError'))
          if (init!.signal!.aborted) stop()
          else init!.signal!.addEventListener('abort', stop)
        }),
    )
    const running = it.run({}, csv, 'zh')
    await Promise.resolve()
    it.cancel()
    await running
    expect(it.state).toMatchObject({ running: false, said: null, saved: '' })
    expect(kept).toEqual([])
  })
})
