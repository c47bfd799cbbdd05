import { describe, expect, it } from 'vitest'
import { openInviteKey } from '../../src/crypto/invite_key'
import { InvitationError, parseInvitation } from '../../src/trust/invitation'
import { makeKey } from '../fake/keys.mjs'
import { makeWorld } from '../fake/world.mjs'

const world = makeWorld()
const key = world.invite(world.root, '审核员', [{ role: 'supervisor', regions: ['62'], sites: [] }], '2026-11-22T08:00:00.000+08:00')
const uri: string = world.uri(key, 'https://plumb.example:8443')

describe('an invitation', () => {
  it('is read, and its key is the one that was invited', async () => {
    const i = await parseInvitation(`  ${uri}\n`)
    expect(i).toMatchObject({ server: 'https://plumb.example:8443', origin: 'plumb.example/log', root: world.root.key.kid, alg: 'ES256', pin: null })
    expect((await openInviteKey(i.alg, i.secret)).kid).toBe(key.kid)
  })
  it('may be pasted as the link that carries it', async () => {
    expect((await parseInvitation(`https://plumb.example:8443/#/enrol?i=${encodeURIComponent(uri)}`)).root).toBe(world.root.key.kid)
  })
  it('is ES256 unless it says otherwise; Ed25519 works too', async () => {
    expect((await parseInvitation(uri.replace('&a=ES256', ''))).alg).toBe('ES256')
    const ed = makeKey('EdDSA')
    const i = await parseInvitation(world.uri(ed, 'https://plumb.example'))
    expect((await openInviteKey(i.alg, i.secret)).kid).toBe(ed.kid)
  })

  const set = (name: string, value: string) => uri.replace(new RegExp(`([?&])${name}=[^&]*`), `$1${name}=${value}`)
  it.each([
    ['nothing', '', 'empty'],
    ['another scheme', uri.replace('plumb:', 'https:'), 'form'],
    ['another action', uri.replace('enrol', 'revoke'), 'form'],
    ['a script', 'javascript:alert(1)', 'form'],
    ['a space inside', uri.replace('&l=', ' &l='), 'form'],
    ['a fragment', `${uri}#x`, 'form'],
    ['very long', uri + '&x='.padEnd(5000, 'x'), 'form'],
    ['a part twice', `${uri}&r=${world.root.key.kid}`, 'form'],
    ['a bad percent sign', set('s', 'https%3A%2F%2Fx%ZZ'), 'form'],
    ['a bad pin', `${uri}&p=short`, 'form'],
    ['cut short', uri.slice(0, uri.indexOf('&r=')), 'missing'],
    ['an empty key', set('k', ''), 'missing'],
    ['a server that is none', set('s', 'nowhere'), 'server'],
    ['a server of another kind', set('s', 'ftp%3A%2F%2Fx'), 'server'],
    ['a server with a password', set('s', 'https%3A%2F%2Fu%3Ap%40x'), 'server'],
    ['a log key with a lost character', set('l', encodeURIComponent(world.log.key.slice(0, -3))), 'log'],
    ['a root that is no thumbprint', set('r', 'abc'), 'root'],
    ['SM2', set('a', 'SM2'), 'alg'],
    ['an unknown suite', set('a', 'none'), 'alg'],
    ['a key of 31 bytes', set('k', 'A'.repeat(42)), 'key'],
    ['a key of zeros', set('k', 'A'.repeat(43)), 'key'],
  ])('is refused: %s', async (_, text, code) => {
    const error = await parseInvitation(text).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(InvitationError)
    expect((error as InvitationError).code).toBe(code)
  })
})
