import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendWorked } from '../../src/public_form/send_worked'
import { solve } from '../../src/public_form/work'

const worker = vi.hoisted(() => ({ fails: false }))
vi.mock('../../src/public_form/solve_beside', () => ({
  solveBeside: async (challenge: { challenge: string; bits: number }, content: Uint8Array) => {
    if (worker.fails) throw new Error('the worker ended')
    return solve(challenge, content)
  },
}))

const kOwn = { code_used: 'used' } as const
let answers: Record<string, { status: number; body: unknown } | null>
let asked: { path: string; init: RequestInit }[]
beforeEach(() => {
  worker.fails = false
  asked = []
  answers = { '/v1/x/challenge': { status: 200, body: { challenge: 'AbC-_', bits: 4 } }, '/v1/x': { status: 201, body: { code: 'K' } } }
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init })
    const answer = answers[path]
    if (!answer) throw new TypeError('no network')
    return { status: answer.status, json: async () => answer.body }
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('what is sent without an account', () => {
  it('goes with the proof for its very bytes, and tells when it goes', async () => {
    const sending = vi.fn()
    expect(await sendWorked('/v1/x', '{"text":"内容"}', kOwn, sending)).toEqual({ code: 'K' })
    expect(sending).toHaveBeenCalledTimes(1)
    const { init } = asked[1]!
    expect(new TextDecoder().decode(init.body as Uint8Array)).toBe('{"text":"内容"}')
    expect((init.headers as Record<string, string>)['Plumb-Work']).toBe(`AbC-_:${solve({ challenge: 'AbC-_', bits: 4 }, new TextEncoder().encode('{"text":"内容"}'))}`)
    for (const one of asked) expect(one.init).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'error' })
  })
  it('says why it was not taken, in the page’s own words where it has them', async () => {
    const send = () => sendWorked('/v1/x', 'x', kOwn, () => undefined)
    for (const [status, code, fault] of [[409, 'code_used', 'used'], [429, 'too_many_calls', 'too_many'], [409, 'intake_closed', 'closed'], [400, 'work_expired', 'work'], [400, 'other', 'refused'], [503, 'other', 'busy']] as const) {
      answers['/v1/x'] = { status, body: { code } }
      expect(await send(), code).toBe(fault)
    }
    answers['/v1/x'] = null
    expect(await send()).toBe('offline')
    worker.fails = true
    expect(await send()).toBe('busy')
    answers['/v1/x/challenge'] = { status: 429, body: { code: 'too_many_calls' } }
    expect(await send()).toBe('too_many')
  })
})
