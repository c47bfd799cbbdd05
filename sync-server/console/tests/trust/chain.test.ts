import { describe, expect, it } from 'vitest'
import { buildTrust, grantsAt, isRevokedBefore, pathTo } from '../../src/trust/chain'
import { detached, makeAuthor, makeKey, signLine, write } from '../fake/keys.mjs'
import { makeWorld } from '../fake/world.mjs'

const at = '2026-11-20T08:00:00.000+08:00'
const grant = (role: string, ...regions: string[]) => [{ role, regions, sites: [] as string[] }]
type Placed = { index: number; text: string }

function world() {
  const w = makeWorld()
  const admin = w.enrol(w.root, '管理员', grant('administrator', '62'), at)
  const inspector = w.enrol(admin, '检查员', grant('inspector', '6203'), at)
  const build = (lines: Placed[] = w.log.trust()) => buildTrust(w.root.key.kid, [], lines)
  const append = (author: unknown, type: string, body: object) => w.append(write(author, type, at, {}, body))
  return { w, admin, inspector, build, append }
}

describe('the chain of trust', () => {
  it('leads from the root to administrator and inspector', async () => {
    const { w, admin, inspector, build } = world()
    const trust = await build()
    expect(pathTo(trust, inspector.key.kid).map((d) => d.person.name)).toEqual(['管理员', '检查员'])
    const device = trust.devices.get(inspector.key.kid)!
    expect([device.issuer, device.enrolledAt]).toEqual([admin.key.kid, 3])
    expect([trust.faults.size, trust.refused.size, w.log.trust().length]).toEqual([0, 0, 4])
  })

  it('is judged by places, not by the order in which lines are told, nor by strangers and rubbish among them', async () => {
    const { w, inspector, build } = world()
    const stranger = world()
    const rest = stranger.w.log.trust().map((l: Placed) => ({ index: l.index + 10, text: l.text }))
    const trust = await build([...[...w.log.trust()].reverse(), ...rest, { index: 20, text: 'rubbish' }, w.log.trust()[0]])
    expect(pathTo(trust, inspector.key.kid).length).toBe(2)
    expect(pathTo(trust, stranger.inspector.key.kid)).toEqual([])
    expect([...trust.refused.keys()]).toEqual([10, 11, 12, 13])
  })

  it('believes no enrolment that stands before its invitation, and no invitation before its author', async () => {
    const { w, admin, inspector, build } = world()
    const [a, b, c, d] = w.log.trust().map((l: Placed) => l.text)
    const order = (...texts: string[]) => build(texts.map((text, index) => ({ index, text })))
    expect((await order(a!, b!, d!, c!)).devices.has(inspector.key.kid)).toBe(false)
    expect((await order(a!, c!, b!, d!)).devices.has(inspector.key.kid)).toBe(false)
    expect((await order(b!, a!, c!, d!)).devices.has(admin.key.kid)).toBe(false)
  })

  it('believes the root alone about who certifies document keys, and counts every such line among the trust lines', async () => {
    const { w, admin, build, append } = world()
    const body = { root: w.root.key.jwk, certificate: 'MAA=' }
    append(w.root, 'documents.certified', body)
    append(admin, 'documents.certified', body)
    append(w.root, 'documents.certified', { ...body, root: admin.key.jwk })
    append(w.root, 'documents.certified', { ...body, certificate: 'none!' })
    const trust = await build()
    expect(trust.documentAuthorities.map((a) => a.index)).toEqual([4])
    expect([...trust.refused.entries()]).toEqual([[5, 'not_root'], [6, 'malformed'], [7, 'malformed']])
    expect(w.log.trust().length).toBe(8)
  })

  it('holds for administrators and devices of every suite', async () => {
    const { w, admin, build } = world()
    const es = w.enrol(admin, '审核员', grant('supervisor', '62'), at, '浏览器', 'ES256')
    expect(pathTo(await build(), es.key.kid).length).toBe(2)
  })

  it('believes nothing under another root', async () => {
    const { w, inspector } = world()
    const trust = await buildTrust(makeKey().kid, [], w.log.trust())
    expect(trust.rootKey).toBeNull()
    expect(pathTo(trust, inspector.key.kid)).toEqual([])
  })

  it('takes a root key only by its thumbprint', async () => {
    const { w, build } = world()
    const liar = makeKey()
    const lines = w.log.trust().map((l: Placed) => ({ ...l, text: l.text.replace(w.root.key.jwk.x, liar.jwk.x) }))
    expect((await build(lines)).rootKey).toBeNull()
    expect((await buildTrust(w.root.key.kid, [liar.jwk], [])).rootKey).toBeNull()
    expect((await buildTrust(w.root.key.kid, [w.root.key.jwk], [])).rootKey).toEqual(w.root.key.jwk)
  })

  // Each makes one more enrolment that must not be believed, and names the fault.
  const kRefused: [string, (x: ReturnType<typeof world>) => { kid: string; lines?: Placed[] }, string | undefined][] = [
    ['an invitation by an inspector', ({ w, inspector }) => ({ kid: w.enrol(inspector, '乙', grant('inspector', '6203'), at).key.kid }), 'not_administrator'],
    ['an invitation beyond the administrator’s regions', ({ w, admin }) => ({ kid: w.enrol(admin, '乙', grant('inspector', '63'), at).key.kid }), 'beyond_region'],
    ['an invitation for everywhere by one who is not', ({ w, admin }) => ({ kid: w.enrol(admin, '乙', grant('inspector', ''), at).key.kid }), 'beyond_region'],
    ['an enterprise of a site, invited beyond the administrator’s regions', ({ w, admin }) => ({ kid: w.enrol(admin, '乙', [{ role: 'enterprise', regions: ['63'], sites: ['veg'] }], at).key.kid }), 'beyond_region'],
    ['a known person’s name under another id', ({ w, admin }) => {
      w.personOf = () => 'another id'
      return { kid: w.enrol(admin, '检查员', grant('supervisor', '62'), at).key.kid }
    }, 'namesake'],
    ['an invitation whose grants were changed', ({ w, admin }) => {
      const kid = w.enrol(admin, '乙', grant('inspector', '62'), at).key.kid
      return { kid, lines: w.log.trust().map((l: Placed, i: number) => (i === 4 ? { ...l, text: l.text.replace('"inspector"', '"supervisor"') } : l)) }
    }, 'bad_signature'],
    ['a device key swapped by the server', ({ w, admin }) => {
      const own = w.enrol(admin, '乙', grant('inspector', '62'), at).key
      const liar = makeKey()
      return { kid: liar.kid, lines: w.log.trust().map((l: Placed) => ({ ...l, text: l.text.replace(own.jwk.x, liar.jwk.x) })) }
    }, 'bad_signature'],
    ['a proof by another key than the one enrolled', ({ w, admin, append }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const [own, other] = [makeKey(), makeKey()]
      append(makeAuthor(invite), 'key.enrolled', { key: own.jwk, device: '平板', proof: detached(other, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${invite.kid}\n${own.kid}`)) })
      return { kid: own.kid }
    }, 'bad_proof'],
    ['a proof for another invitation', ({ w, admin, append }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const own = makeKey()
      append(makeAuthor(invite), 'key.enrolled', { key: own.jwk, device: '平板', proof: detached(own, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${makeKey().kid}\n${own.kid}`)) })
      return { kid: own.kid }
    }, 'bad_proof'],
    ['an enrolment signed by the device instead of the invite key', ({ w, admin }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const own = makeKey('ES256')
      w.log.append(signLine({ ...own, kid: invite.kid }, w.enrolLine(invite, own, '平板', at).payload))
      return { kid: own.kid }
    }, 'bad_signature'],
    ['the second enrolment by one invitation', ({ w, admin }) => {
      const invite = w.invite(admin, '乙', grant('inspector', '62'), at)
      const [first, second] = [makeKey(), makeKey()]
      for (const own of [first, second]) w.append(w.enrolLine(invite, own, '平板', at))
      return { kid: second.kid }
    }, 'reused'],
    ['an invitation without a person', ({ w, admin, append }) => {
      const invite = makeKey('ES256')
      append(admin, 'invite.issued', { key: invite.jwk, grants: grant('inspector', '62'), expires: at })
      const own = makeKey()
      w.append(w.enrolLine(invite, own, '平板', at))
      return { kid: own.kid }
    }, 'malformed'],
    ['an invitation that grants nothing', ({ w, admin }) => ({ kid: w.enrol(admin, '乙', [], at).key.kid }), 'malformed'],
    ['an enrolment whose invitation is missing', ({ w, admin }) => {
      const kid = w.enrol(admin, '乙', grant('inspector', '62'), at).key.kid
      return { kid, lines: w.log.trust().filter((_: Placed, i: number) => i !== 4) }
    }, undefined],
    ['a branch whose administrator is missing', ({ w, inspector }) => ({ kid: inspector.key.kid, lines: w.log.trust().filter((_: Placed, i: number) => i !== 1) }), undefined],
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

  it('an invitation is neither used twice nor replaced by another with its key', async () => {
    const { w, admin, append, build } = world()
    const invite = w.invite(admin, '乙', grant('inspector', '6203'), at)
    append(admin, 'invite.issued', { ...w.invites.get(invite.kid).body, grants: grant('supervisor', '62') })
    const [own, second] = [makeKey(), makeKey()]
    for (const key of [own, second]) w.append(w.enrolLine(invite, key, '平板', at))
    const trust = await build()
    expect(trust.devices.get(own.kid)!.held.map((h) => h.grant)).toEqual(grant('inspector', '6203'))
    expect(trust.devices.has(second.kid)).toBe(false)
    expect([...trust.refused.values()]).toEqual(['reused', 'reused'])
  })

  it('takes a namesake who is said to be one, and one person’s further keys', async () => {
    const { w, admin, append, build } = world()
    const [first, second] = [makeKey('ES256'), makeKey('ES256')]
    const known = w.invites.get(JSON.parse(Buffer.from(w.log.lines[3].split('.')[0], 'base64url').toString()).kid).body.person
    append(admin, 'invite.issued', { key: first.jwk, person: { id: 'other', name: '检查员', namesake: true }, grants: grant('inspector', '62'), expires: at })
    append(admin, 'invite.issued', { key: second.jwk, person: known, grants: grant('supervisor', '62'), expires: at })
    const [a, b] = [makeKey(), makeKey()]
    w.append(w.enrolLine(first, a, '平板', at))
    w.append(w.enrolLine(second, b, '平板', at))
    const trust = await build()
    expect([trust.devices.get(a.kid)!.person.id, trust.devices.get(b.kid)!.person.id]).toEqual(['other', known.id])
  })

  it('gives an enterprise without regions those of its inviter, or everything by the root', async () => {
    const { w, admin, build } = world()
    const site = (regions: string[]) => [{ role: 'enterprise', regions, sites: ['veg'] }]
    const [none, some, ofRoot] = [w.enrol(admin, '甲企业', site([]), at), w.enrol(admin, '乙企业', site(['6203']), at), w.enrol(w.root, '丙企业', site([]), at)]
    const trust = await build()
    const regions = [none, some, ofRoot].map((e) => grantsAt(trust.devices.get(e.key.kid), null)[0]!.regions)
    expect(regions).toEqual([['62'], ['6203'], ['']])
  })
})

describe('a revocation', () => {
  it('works from its own index on, for ever, and never before', async () => {
    const { w, admin, inspector, build } = world()
    w.log.append('a line')
    const made = w.change(admin, 'key.revoked', inspector, at)
    w.change(admin, 'key.revoked', inspector, at)
    const device = (await build()).devices.get(inspector.key.kid)!
    expect(device.revoked!.index).toBe(made.index)
    expect([4, made.index, made.index + 1, 1e6, null].map((place) => isRevokedBefore(device, place))).toEqual([false, false, true, true, true])
  })

  it('of an administrator leaves what she did before: whom she invited, also where he enrols after it', async () => {
    const { w, admin, build } = world()
    const second = w.enrol(admin, '第二管理员', grant('administrator', '62'), at)
    const invite = w.invite(admin, '乙', grant('inspector', '6203'), at)
    w.change(second, 'key.revoked', admin, at)
    const own = makeKey()
    w.append(w.enrolLine(invite, own, '平板', at))
    const late = w.enrol(admin, '丙', grant('inspector', '6203'), at)
    w.change(admin, 'key.revoked', second, at)
    const trust = await build()
    expect(pathTo(trust, own.kid).map((d) => d.person.name)).toEqual(['管理员', '乙'])
    expect(trust.devices.get(second.key.kid)!.revoked).toBeNull()
    expect([trust.devices.has(late.key.kid), trust.faults.get(late.key.kid)]).toEqual([false, 'issuer_revoked'])
    expect([...trust.refused.values()]).toEqual(['issuer_revoked', 'issuer_revoked', 'issuer_revoked'])
  })

  it('is for the root and for administrators of all the key’s regions', async () => {
    const { w, admin, inspector, build } = world()
    const far = w.enrol(w.root, '青海管理员', grant('administrator', '63'), at)
    const both = w.enrol(w.root, '两地检查员', [...grant('inspector', '62'), ...grant('inspector', '63')], at)
    w.change(inspector, 'key.revoked', admin, at)
    w.change(far, 'key.revoked', inspector, at)
    w.change(admin, 'key.revoked', far, at)
    w.change(admin, 'key.revoked', both, at)
    let trust = await build()
    expect([...trust.refused.values()]).toEqual(['not_administrator', 'beyond_region', 'beyond_region', 'beyond_region'])
    expect([...trust.devices.values()].every((d) => d.revoked === null)).toBe(true)
    w.change(w.root, 'key.revoked', both, at)
    w.change(admin, 'key.revoked', inspector, at)
    trust = await build()
    expect([...trust.devices.values()].filter((d) => d.revoked).map((d) => d.person.name)).toEqual(['检查员', '两地检查员'])
  })

  it('told of another place than its own takes what it must not: places have to be proved', async () => {
    const { w, admin, inspector, build } = world()
    const late = w.invite(admin, '乙', grant('inspector', '6203'), at)
    const own = makeKey()
    w.append(w.enrolLine(late, own, '平板', at))
    w.change(w.root, 'key.revoked', admin, at)
    expect((await build()).devices.has(own.kid)).toBe(true)
    // Between the inspector's lines and the later invitation.
    const trust = await build(w.log.trust().map((l: Placed) => (l.text.includes('key.revoked') ? { ...l, index: 3.5 } : l)))
    expect([trust.devices.has(own.kid), trust.devices.has(inspector.key.kid)]).toEqual([false, true])
  })
})

describe('rights given and taken', () => {
  it('count from the index of their line on', async () => {
    const { w, admin, inspector, build } = world()
    const given = w.change(admin, 'role.granted', inspector, at, { grants: grant('supervisor', '62') })
    w.log.append('a line')
    const taken = w.change(admin, 'role.withdrawn', inspector, at, { grants: grant('inspector', '6203') })
    const device = (await build()).devices.get(inspector.key.kid)!
    const roles = (place: number | null) => grantsAt(device, place).map((g) => g.role)
    expect([3, 4, given.index, given.index + 1, taken.index, taken.index + 1, null].map(roles)).toEqual([
      [], ['inspector'], ['inspector'], ['inspector', 'supervisor'], ['inspector', 'supervisor'], ['supervisor'], ['supervisor'],
    ])
  })

  it('make an administrator from then on, and no more from then on', async () => {
    const { w, admin, inspector, build } = world()
    const early = w.enrol(inspector, '早', grant('inspector', '6203'), at)
    w.change(admin, 'role.granted', inspector, at, { grants: grant('administrator', '6203') })
    const then = w.enrol(inspector, '中', grant('inspector', '6203'), at)
    w.change(admin, 'role.withdrawn', inspector, at, { grants: grant('administrator', '6203') })
    const after = w.enrol(inspector, '晚', grant('inspector', '6203'), at)
    const trust = await build()
    expect([early, then, after].map((x) => trust.devices.has(x.key.kid))).toEqual([false, true, false])
  })

  it('are not believed beyond the giver’s regions, of a stranger’s or revoked key, or where nothing is held', async () => {
    const { w, admin, inspector, build } = world()
    const change = (type: string, key: unknown, grants: unknown, author = admin) => w.change(author, type, key, at, { grants })
    change('role.granted', inspector, grant('supervisor', '63'))
    change('role.granted', inspector, grant('supervisor', '62'), inspector)
    change('role.granted', { key: makeKey() }, grant('supervisor', '62'))
    change('role.granted', inspector, 'all')
    change('role.withdrawn', inspector, grant('inspector', '62'))
    change('role.withdrawn', inspector, [...grant('inspector', '6203'), ...grant('supervisor', '62')])
    let trust = await build()
    expect([...trust.refused.values()]).toEqual(['beyond_region', 'not_administrator', 'not_held', 'malformed', 'not_held', 'not_held'])
    expect(grantsAt(trust.devices.get(inspector.key.kid), null)).toEqual(grant('inspector', '6203'))
    w.change(admin, 'key.revoked', inspector, at)
    change('role.granted', inspector, grant('supervisor', '62'))
    trust = await build()
    expect([...trust.refused.values()].at(-1)).toBe('not_held')
  })

  it('of an enterprise are completed like those of an invitation', async () => {
    const { w, admin, inspector, build } = world()
    w.change(admin, 'role.granted', inspector, at, { grants: [{ role: 'enterprise', regions: [], sites: ['veg'] }] })
    expect(grantsAt((await build()).devices.get(inspector.key.kid), null)[1]).toEqual({ role: 'enterprise', regions: ['62'], sites: ['veg'] })
  })
})

describe('random histories', () => {
  type Given = { role: string; regions: string[]; sites: string[] }
  type Event = { index: number; author: string; type: string; key: string; grants: Given[]; good: boolean }

  /** The rules once more, slow and plain: every question is answered by reading the whole history before a place. */
  function reference(root: string, events: Event[]) {
    const before = (place: number) => events.filter((e) => e.good && e.index < place)
    const grantsOf = (kid: string, place: number): Given[] => {
      if (kid === root) return [{ role: 'administrator', regions: [''], sites: [] }]
      let held: Given[] = []
      for (const e of before(place).filter((x) => x.key === kid)) {
        if (e.type === 'key.revoked') return []
        held = e.type === 'role.withdrawn' ? held.filter((h) => !e.grants.some((g) => JSON.stringify(g) === JSON.stringify(h))) : [...held, ...e.grants]
      }
      return held
    }
    const everHeld = (kid: string, place: number) => before(place).filter((e) => e.key === kid && /enrolled|granted/.test(e.type)).flatMap((e) => e.grants)
    const administers = (kid: string, place: number, given: Given[]) => {
      const own = grantsOf(kid, place).filter((g) => g.role === 'administrator').flatMap((g) => g.regions)
      return own.length > 0 && given.flatMap((g) => g.regions).every((r) => own.some((o) => r.startsWith(o)))
    }
    for (const e of events) {
      const enrolled = before(e.index).some((x) => x.key === e.key && x.type === 'key.enrolled')
      const revoked = before(e.index).some((x) => x.key === e.key && x.type === 'key.revoked')
      const held = grantsOf(e.key, e.index).map((g) => JSON.stringify(g))
      if (e.type === 'key.enrolled') e.good = administers(e.author, e.index - 1, e.grants)
      else if (e.type === 'key.revoked') e.good = enrolled && administers(e.author, e.index, everHeld(e.key, e.index))
      else e.good = enrolled && !revoked && administers(e.author, e.index, e.grants) && (e.type === 'role.granted' || e.grants.every((g) => held.includes(JSON.stringify(g))))
    }
    return { grantsOf, revoked: (kid: string) => events.find((e) => e.good && e.key === kid && e.type === 'key.revoked')?.index }
  }

  it('end as the slow reference says, at every place of the log', async () => {
    let state = 7
    const random = (n: number) => (state = (state * 48271) % 2147483647) % n
    const pick = <T>(list: T[]): T => list[random(list.length)]!
    for (let round = 0; round < 12; ++round) {
      const w = makeWorld()
      const people = [w.root, w.enrol(w.root, '管理员', grant('administrator', '62'), at), w.enrol(w.root, '副管理员', grant('administrator', '6203'), at)]
      const events: Event[] = [1, 2].map((i) => ({ index: 2 * i - 1, author: w.root.key.kid, type: 'key.enrolled', key: people[i].key.kid, grants: grant('administrator', i === 1 ? '62' : '6203'), good: false }))
      for (let step = 0; step < 40; ++step) {
        const [author, whose] = [pick(people), pick(people.slice(1))]
        const grants = grant(pick(['administrator', 'administrator', 'inspector', 'supervisor']), pick(['62', '6203', '63']))
        const type = pick(['key.enrolled', 'key.enrolled', 'role.granted', 'role.granted', 'role.withdrawn', 'role.withdrawn', 'key.revoked'])
        if (type === 'key.enrolled') people.push(w.enrol(author, `人${step}`, grants, at))
        else w.change(author, type, whose, at, type === 'key.revoked' ? {} : { grants })
        const key = type === 'key.enrolled' ? people.at(-1).key.kid : whose.key.kid
        events.push({ index: w.log.lines.length - 1, author: author.key.kid, type, key, grants: type === 'key.revoked' ? [] : grants, good: false })
      }
      const told = reference(w.root.key.kid, events)
      const book = await buildTrust(w.root.key.kid, [], w.log.trust())
      for (const e of events) expect(e.type === 'key.enrolled' ? book.devices.has(e.key) : !book.refused.has(e.index), `${round}: ${e.type} at ${e.index}`).toBe(e.good)
      for (const [kid, device] of book.devices) {
        expect(device.revoked?.index).toBe(told.revoked(kid))
        for (let place = 0; place <= w.log.lines.length; ++place) {
          if (isRevokedBefore(device, place)) continue
          expect(grantsAt(device, place), `${round}: ${device.person.name} at ${place}`).toEqual(told.grantsOf(kid, place))
        }
      }
    }
  })
})
