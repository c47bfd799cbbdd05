import { describe, expect, it } from 'vitest'
import { buildTrust, pathTo } from '../../src/trust/chain'
import { detached, makeAuthor, makeKey, signLine, write } from '../fake/keys.mjs'
import { makeWorld } from '../fake/world.mjs'

const at = '2026-11-20T08:00:00.000+08:00'
const grant = (role: string, ...regions: string[]) => [{ role, regions, sites: [] }]

function world() {
  const w = makeWorld()
  const admin = w.enrol(w.root, '管理员', grant('administrator', '62'), at)
  const inspector = w.enrol(admin, '检查员', grant('inspector', '6203'), at)
  const build = (lines: string[] = w.trust) => buildTrust(w.root.key.kid, [], lines)
  return { w, admin, inspector, build }
}

describe('the chain of trust', () => {
  it('leads from the root to administrator and inspector', async () => {
    const { w, admin, inspector, build } = world()
    const trust = await build()
    expect(pathTo(trust, inspector.key.kid).map((d) => d.person.name)).toEqual(['管理员', '检查员'])
    expect(trust.devices.get(inspector.key.kid)!.issuer).toBe(admin.key.kid)
    expect(trust.faults.size).toBe(0)
    expect(w.trust.length).toBe(4)
  })

  it('does not depend on the order of lines, nor on strangers and rubbish among them', async () => {
    const { w, inspector, build } = world()
    const stranger = world()
    const trust = await build([...w.trust].reverse().concat(stranger.w.trust, 'rubbish', w.trust[0]))
    expect(pathTo(trust, inspector.key.kid).length).toBe(2)
    expect(pathTo(trust, stranger.inspector.key.kid)).toEqual([])
  })

  it('holds for administrators and devices of every suite', async () => {
    const { w, admin, build } = world()
    const es = w.enrol(admin, '审核员', grant('supervisor', '62'), at, '浏览器', 'ES256')
    expect(pathTo(await build(), es.key.kid).length).toBe(2)
  })

  it('believes nothing under another root', async () => {
    const { w, inspector } = world()
    const trust = await buildTrust(makeKey().kid, [], w.trust)
    expect(trust.rootKey).toBeNull()
    expect(pathTo(trust, inspector.key.kid)).toEqual([])
  })

  it('takes a root key only by its thumbprint', async () => {
    const { w, build } = world()
    const liar = makeKey()
    const lines = w.trust.map((l: string) => l.replace(w.root.key.jwk.x, liar.jwk.x))
    expect((await build(lines)).rootKey).toBeNull()
    expect((await buildTrust(w.root.key.kid, [liar.jwk], [])).rootKey).toBeNull()
    expect((await buildTrust(w.root.key.kid, [w.root.key.jwk], [])).rootKey).toEqual(w.root.key.jwk)
  })

  // Each makes one more enrolment that must not be believed, and names the fault.
  const kRefused: [string, (x: ReturnType<typeof world>) => { kid: string; lines?: string[] }, string | undefined][] = [
    ['an invitation by an inspector', ({ w, inspector }) => ({ kid: w.enrol(inspector, '乙', grant('inspector', '6203'), at).key.kid }), 'not_administrator'],
    ['an invitation beyond the administrator’s regions', ({ w, admin }) => ({ kid: w.enrol(admin, '乙', grant('inspector', '63'), at).key.kid }), 'beyond_region'],
    ['an invitation whose grants were changed', ({ w, admin }) => {
      const kid = w.enrol(admin, '乙', grant('inspector', '62'), at).key.kid
      return { kid, lines: w.trust.map((l: string, i: number) => (i === 4 ? l.replace('"inspector"', '"supervisor"') : l)) }
    }, 'bad_signature'],
    ['a device key swapped by the server', ({ w, admin }) => {
      const kid = w.enrol(admin, '乙', grant('inspector', '62'), at).key
      const liar = makeKey()
      return { kid: liar.kid, lines: w.trust.map((l: string) => l.replace(kid.jwk.x, liar.jwk.x)) }
    }, 'bad_signature'],
    ['a proof by another key than the one enrolled', ({ w, admin }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const [own, other] = [makeKey(), makeKey()]
      const proof = detached(other, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${invite.kid}\n${own.kid}`))
      w.trust.push(write(makeAuthor(invite), 'key.enrolled', at, {}, { key: own.jwk, device: '平板', proof }).line)
      return { kid: own.kid }
    }, 'bad_proof'],
    ['a proof for another invitation', ({ w, admin }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const own = makeKey()
      const proof = detached(own, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${makeKey().kid}\n${own.kid}`))
      w.trust.push(write(makeAuthor(invite), 'key.enrolled', at, {}, { key: own.jwk, device: '平板', proof }).line)
      return { kid: own.kid }
    }, 'bad_proof'],
    ['an enrolment signed by the device instead of the invite key', ({ w, admin }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const own = makeKey('ES256')
      const made = w.enrolLine(invite, own, '平板', at)
      w.trust.push(signLine({ ...own, kid: invite.kid }, made.payload))
      return { kid: own.kid }
    }, 'bad_signature'],
    ['the second enrolment by one invitation', ({ w, admin }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const [first, second] = [makeKey(), makeKey()]
      for (const own of [first, second]) w.trust.push(w.enrolLine(invite, own, '平板', at).line)
      return { kid: second.kid }
    }, 'reused'],
    ['an invitation without a person', ({ w, admin }) => {
      const invite = makeKey('ES256')
      w.trust.push(write(admin, 'invite.issued', at, {}, { key: invite.jwk, grants: grant('inspector', '62') }).line)
      const own = makeKey()
      w.trust.push(w.enrolLine(invite, own, '平板', at).line)
      return { kid: own.kid }
    }, 'malformed'],
    ['an enrolment whose invitation is missing', ({ w, admin }) => {
      const kid = w.enrol(admin, '乙', grant('inspector', '62'), at).key.kid
      return { kid, lines: w.trust.filter((_: string, i: number) => i !== 4) }
    }, undefined],
    ['a branch whose administrator is missing', ({ w, inspector }) => ({ kid: inspector.key.kid, lines: w.trust.filter((_: string, i: number) => i !== 1) }), undefined],
  ]
  it.each(kRefused)('refuses %s', async (_, make, fault) => {
    const x = world()
    const { kid, lines } = make(x)
    const trust = await x.build(lines)
    expect(trust.devices.has(kid)).toBe(false)
    expect(pathTo(trust, kid)).toEqual([])
    expect(trust.faults.get(kid)).toBe(fault)
    if (!lines) expect(pathTo(trust, x.inspector.key.kid).length).toBe(2)
  })

  it('takes a revocation by an administrator, and none by an inspector', async () => {
    const { w, admin, inspector, build } = world()
    w.trust.push(write(inspector, 'key.revoked', at, {}, { key: admin.key.kid, reason: '' }).line)
    w.trust.push(write(admin, 'key.revoked', at, {}, { key: inspector.key.kid, reason: '丢失' }).line)
    const { revocations } = await build()
    expect([...revocations.keys()]).toEqual([inspector.key.kid])
  })
})
