/**
 * Enrolment: the invite key signs in this browser's own new key, which proves itself in the same line. The line and the
 * key are on disk before the line is sent, so a closed tab or a lost answer is taken up again with the same bytes. What
 * comes back is believed only when it leads from the root of the invitation to this very key. The places of the other
 * lines are proved afterwards, with all of the log's trust lines (trust_log.ts).
 */
import { fromBase64, fromBase64url, fromUtf8, utf8 } from '../base/bytes'
import type { OpenApi } from '../api/client'
import { Problem } from '../api/problem'
import type { EnrolAnswer } from '../api/types'
import { makeOwnKey, signEs256 } from '../crypto/own_key'
import { openInviteKey } from '../crypto/invite_key'
import { openCheckpoint, parseVerifierKey } from '../log/checkpoint'
import { leafHash, verifyInclusion } from '../log/merkle'
import { composeLine, detached } from '../line/compose'
import { buildTrust, enrolText, inOrder, pathTo } from '../trust/chain'
import type { Invitation } from '../trust/invitation'
import type { KeyValue } from '../storage/database'
import { kIdentity, type Identity } from '../storage/kept'

export type EnrolFault = 'other_server' | 'chain' | 'proof' | 'no_root_key'

export class EnrolError extends Error {
  constructor(readonly code: EnrolFault) {
    super(code)
  }
}

export async function enrol(invitation: Invitation, device: string, api: OpenApi, store: KeyValue, now = new Date()): Promise<Identity> {
  const info = await api.server()
  if (info.origin !== invitation.origin || info.log !== invitation.log || info.root !== invitation.root)
    throw new EnrolError('other_server')
  const begun = await store.get<Identity>(kIdentity)
  const identity = begun && begun.root === invitation.root && (await isOf(begun, invitation)) ? begun : await begin(invitation, device, now)
  await store.write({ [kIdentity]: identity })
  return finishEnrolment(identity, api, store)
}

/** Sends the enrolment line (again) and checks the answer. A refusal drops what was begun: another invitation may follow. */
export async function finishEnrolment(identity: Identity, api: OpenApi, store: KeyValue): Promise<Identity> {
  const answer = await api.enrol(identity.line).catch(async (e: unknown) => {
    if (e instanceof Problem && e.status >= 400 && e.status < 500 && e.status !== 429) await store.write({ [kIdentity]: undefined })
    throw e
  })
  await checkProof(identity, answer)
  const done: Identity = { ...identity, trust: answer.trust }
  const trust = await buildTrust(done.root, [], inOrder(done.trust))
  if (!trust.rootKey) throw new EnrolError('no_root_key')
  if (pathTo(trust, done.kid).length === 0) throw new EnrolError('chain')
  done.rootKey = trust.rootKey
  await store.write({ [kIdentity]: done })
  return done
}

export function isEnrolled(identity: Identity | undefined): identity is Identity {
  return identity !== undefined && identity.trust.length > 0
}

async function begin(invitation: Invitation, device: string, now: Date): Promise<Identity> {
  const invite = await openInviteKey(invitation.alg, invitation.secret)
  const own = await makeOwnKey()
  const self = { alg: 'ES256' as const, kid: own.kid, sign: (m: Parameters<typeof signEs256>[1]) => signEs256(own.privateKey, m) }
  const proof = await detached(self, 'plumb+enrol', enrolText(invite.kid, own.kid))
  const body = { key: own.jwk, device, proof }
  const line = await composeLine(invite, { type: 'key.enrolled', body }, { seq: 1, prev: '', seen: null }, now)
  const { server, pin, origin, log, root } = invitation
  return { ...own, server, pin, origin, log, root, device, line, trust: [], rootKey: null }
}

async function isOf(begun: Identity, invitation: Invitation): Promise<boolean> {
  const invite = await openInviteKey(invitation.alg, invitation.secret)
  return headerKid(begun.line) === invite.kid
}

function headerKid(line: string): string {
  return (JSON.parse(fromUtf8(fromBase64url(line.split('.')[0]!))) as { kid: string }).kid
}

async function checkProof(identity: Identity, answer: EnrolAnswer): Promise<void> {
  try {
    const checkpoint = await openCheckpoint(answer.checkpoint, await parseVerifierKey(identity.log))
    const leaf = await leafHash(utf8(identity.line))
    if (await verifyInclusion(answer.index, checkpoint.size, leaf, answer.inclusion.map(fromBase64), checkpoint.root)) return
  } catch {
    // Any fault in the answer means the same to the person: it proves nothing.
  }
  throw new EnrolError('proof')
}
