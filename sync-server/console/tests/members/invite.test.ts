import { beforeAll, describe, expect, it } from 'vitest'
import { draftChange, draftRevocation, judgeInvite, linkOf, makeInvitation, type InviteForm } from '../../src/members/invite'
import { Author } from '../../src/people/author'
import { parseInvitation } from '../../src/trust/invitation'
import { buildTrust, grantsAt, inOrder, TrustBook } from '../../src/trust/chain'
import { parseLine } from '../../src/line/line'
import { makeBrowser, memory } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
const own = [{ role: 'administrator' as const, regions: ['62'], sites: [] }]
const form: InviteForm = { name: '检查员庚', personId: '', namesake: false, certificate: { number: '甘 0016', until: '2028-06' }, grants: [{ role: 'inspector', regions: ['620723'], sites: [] }], days: 3 }
const now = new Date('2026-11-22T10:20:00.000Z')

beforeAll(async () => void (b = await makeBrowser()))

describe('an invitation made in the browser', () => {
  it('is read back as it was meant, and opens as a link, too', async () => {
    const { identity } = b
    const made = await makeInvitation(form, { server: 'https://plumb.example:8443', pin: 'p'.repeat(43), log: identity.log, root: identity.root }, now)
    for (const text of [made.uri, linkOf(made.uri, 'https://plumb.example:8443')]) {
      expect(await parseInvitation(text)).toMatchObject({ server: 'https://plumb.example:8443', pin: 'p'.repeat(43), log: identity.log, root: identity.root, alg: 'ES256' })
    }
    expect(made.draft.body).toMatchObject({ person: { name: '检查员庚', certificate: { number: '甘 0016', until: '2028-06' } }, grants: form.grants, expires: made.expires })
    expect(JSON.stringify(made.draft)).not.toContain(new URLSearchParams(made.uri.split('?')[1]).get('k')!)
    expect(Date.parse(made.expires) - now.getTime()).toBe(3 * 86_400_000)
  })

  it('lets its person in once an administrator has signed it: the chain leads from the root to the new device', async () => {
    const { world, admin, identity, server, watch, api } = b
    const signer = { alg: admin.key.alg, kid: admin.key.kid, sign: async (m: Uint8Array) => Uint8Array.from(admin.key.sign(m)) as Uint8Array<ArrayBuffer> }
    const author = new Author(signer, { push: (l, h) => api.push(l, h), upload: async () => undefined, chain: async () => ({ size: 0, prev: '' }) }, watch, memory(), () => now)
    const made = await makeInvitation(form, { server: 'http://127.0.0.1', pin: null, log: identity.log, root: identity.root }, now)
    const out = await author.sign(made.draft, '')
    const line = await parseLine(out.line)
    expect(line.payload.type).toBe('invite.issued')
    // The fake server keeps no private keys: the book of trust judges.
    const book = await buildTrust(identity.root, [identity.rootKey], inOrder([...world.trust, out.line]))
    expect(book.invites.get(made.kid)).toMatchObject({ person: { name: '检查员庚' }, certificate: { number: '甘 0016' }, used: false })
    expect(server).toBeTruthy()
  })

  it('is not made where its reader would refuse it', () => {
    const book = new TrustBook('root')
    book.personNamed = (name) => (name === '老王' ? 'wang' : undefined)
    const faults = (more: Partial<InviteForm>) => judgeInvite({ ...form, ...more }, own, book)
    expect(faults({})).toEqual([])
    expect(faults({ name: ' ' })).toEqual(['no_name'])
    expect(faults({ grants: [] })).toEqual(['no_grant'])
    expect(faults({ grants: [{ role: 'inspector', regions: ['63'], sites: [] }] })).toEqual(['not_yours'])
    expect(faults({ grants: [{ role: 'auditor', regions: [''], sites: [] }] })).toEqual(['not_yours'])
    expect(faults({ grants: [{ role: 'enterprise', regions: ['620321'], sites: [] }] })).toEqual(['no_site'])
    expect(faults({ name: '老王' })).toEqual(['namesake'])
    expect(faults({ name: '老王', personId: 'wang' })).toEqual([])
    expect(faults({ name: '老王', namesake: true })).toEqual([])
    expect(faults({ days: 0 })).toEqual(['days'])
    expect(faults({ certificate: { number: '', until: '6/2028' } })).toEqual(['until'])
  })
})

describe('what an administrator says of a key', () => {
  it('changes what it may, as the book of trust reads it', async () => {
    const { world, admin, identity } = b
    const kid = identity.kid
    const more = { role: 'supervisor' as const, regions: ['6203'], sites: [] }
    const say = (draft: { type: string; body: Record<string, unknown> }) => world.change(admin, draft.type, { key: { kid } }, now.toISOString(), draft.body)
    const book = async () => buildTrust(identity.root, [identity.rootKey], inOrder(world.trust))
    say(draftChange('role.granted', kid, [more], '代管'))
    expect(grantsAt((await book()).devices.get(kid), null)).toContainEqual(more)
    say(draftChange('role.withdrawn', kid, [more], '结束'))
    expect(grantsAt((await book()).devices.get(kid), null)).not.toContainEqual(more)
    say(draftRevocation(kid, ' 遗失 '))
    const device = (await book()).devices.get(kid)!
    expect(device.revoked?.line.payload.body).toEqual({ key: kid, reason: '遗失' })
  })
})
