import { describe, expect, it } from 'vitest'
import { OpenApi } from '../../src/api/client'
import { Problem } from '../../src/api/problem'
import { enrol, EnrolError, finishEnrolment, isEnrolled } from '../../src/people/enrol'
import { kIdentity, type Identity } from '../../src/storage/kept'
import { parseInvitation } from '../../src/trust/invitation'
import { makeDemo } from '../fake/demo.mjs'
import { makeServer } from '../fake/server.mjs'
import { memory, type Demo, type FakeServer } from '../support'

function setting() {
  const demo: Demo = makeDemo()
  const server: FakeServer = makeServer(demo.world)
  const send = server.asFetch
  const invite = demo.world.invite(demo.admin, '孙审核', [{ role: 'supervisor', regions: ['62'], sites: [] }], '2026-11-22T08:00:00.000+08:00')
  return { ...demo, server, send, api: new OpenApi(send), invitation: () => parseInvitation(demo.world.uri(invite, 'http://127.0.0.1')), store: memory() }
}

describe('enrolment', () => {
  it('ends with a key of one’s own, believed from the root', async () => {
    const s = setting()
    const identity = await enrol(await s.invitation(), '浏览器', s.api, s.store)
    expect(isEnrolled(identity)).toBe(true)
    expect(identity.privateKey.extractable).toBe(false)
    expect(s.world.members.get(identity.kid)!.person.name).toBe('孙审核')
    expect(JSON.stringify([...s.store.values])).not.toContain((await s.invitation()).secret.toString())
  })

  it('is kept before it is sent, and a lost answer is taken up with the very same bytes', async () => {
    const s = setting()
    s.world.faults.loseEnrol = true
    await expect(enrol(await s.invitation(), '浏览器', s.api, s.store)).rejects.toMatchObject({ code: 'offline' })
    const begun = (await s.store.get<Identity>(kIdentity))!
    expect(isEnrolled(begun)).toBe(false)
    s.world.faults.loseEnrol = false
    const done = await finishEnrolment(begun, s.api, s.store)
    expect(done.kid).toBe(begun.kid)
    const sent = s.server.calls.filter((c: { target: string }) => c.target === '/v1/enrol').map((c: { body: string }) => c.body)
    expect(sent.length).toBe(2)
    expect(sent[0]).toBe(sent[1])
  })

  it('pasting the same invitation again goes on with the key that was begun', async () => {
    const s = setting()
    s.world.faults.loseEnrol = true
    await enrol(await s.invitation(), '浏览器', s.api, s.store).catch(() => undefined)
    const begun = (await s.store.get<Identity>(kIdentity))!
    s.world.faults.loseEnrol = false
    expect((await enrol(await s.invitation(), '浏览器', s.api, s.store)).kid).toBe(begun.kid)
  })

  it('a used invitation is refused, and nothing is left of the attempt', async () => {
    const s = setting()
    await enrol(await s.invitation(), '一', s.api, memory())
    const e = await enrol(await s.invitation(), '二', s.api, s.store).catch((x: unknown) => x)
    expect(e).toBeInstanceOf(Problem)
    expect(e).toMatchObject({ code: 'invite_used', status: 409 })
    expect(s.store.values.size).toBe(0)
  })

  it('another server is told apart before the invitation is spent', async () => {
    const s = setting()
    const other = setting()
    await expect(enrol(await s.invitation(), '浏览器', other.api, s.store)).rejects.toMatchObject({ code: 'other_server' })
    expect(other.server.calls.some((c: { target: string }) => c.target === '/v1/enrol')).toBe(false)
  })

  it.each([
    ['a chain with a line missing', (a: Record<string, unknown>) => ({ ...a, trust: (a.trust as string[]).slice(0, -1) }), 'chain'],
    ['a chain without the root’s own line', (a: Record<string, unknown>) => ({ ...a, trust: (a.trust as string[]).slice(1) }), 'no_root_key'],
    ['a proof for another place', (a: Record<string, unknown>) => ({ ...a, index: 0 }), 'proof'],
    ['a checkpoint that another key signed', (a: Record<string, unknown>) => ({ ...a, checkpoint: makeDemo().world.log.checkpoint() }), 'proof'],
    ['no proof at all', (a: Record<string, unknown>) => ({ ...a, inclusion: [] }), 'proof'],
  ])('a server that answers with %s is not believed', async (_, twist, code) => {
    const s = setting()
    const api = new OpenApi(async (target, init) => {
      const response = await s.send(target, init)
      return target === '/v1/enrol' ? Response.json(twist(await response.json())) : response
    })
    const e = await enrol(await s.invitation(), '浏览器', api, s.store).catch((x: unknown) => x)
    expect(e).toBeInstanceOf(EnrolError)
    expect((e as EnrolError).code).toBe(code)
    expect(isEnrolled(await s.store.get<Identity>(kIdentity))).toBe(false)
  })
})
