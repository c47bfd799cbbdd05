/**
 * Was this line written by someone who was allowed to, as of its place in the log? Signature over the exact bytes, the
 * chain from the root, whether the key counted there (enrolled before, not revoked before), and the grants that it held
 * there for type, region, site and what the line speaks of.
 */
import { kSuiteName } from '../crypto/suites'
import { verifyLine, type Line } from '../line/line'
import { grantsAt, isRevokedBefore, pathTo, type Device, type TrustBook } from '../trust/chain'
import { isReview } from '../folds/standing'
import { isRemark } from '../folds/thread'
import type { Facts } from '../trust/facts'
import { mayAuthor } from '../trust/rights'
import { bad, ok, unknown, type Check } from './check'

const kVisits = ['inspection.submitted', 'inspection.cosigned']

export interface Authority {
  author: Device | null
  signature: Check
  chain: Check
  rights: Check
}

/** `proved`: that the log holds the line at `index`; where it is not, a revocation has no before and after. */
export async function checkAuthority(line: Line, index: number, proved: boolean, book: TrustBook, facts: Facts): Promise<Authority> {
  const author = book.devices.get(line.kid) ?? null
  const kid = line.kid.slice(0, 8)
  if (!author) {
    const fault = book.rootKey ? (book.faults.get(line.kid) ?? 'unknown_author') : 'no_root_key'
    return {
      author,
      signature: bad('signature', 'signature.no_key', { kid }),
      chain: bad('chain', `chain.${fault}`, { kid }),
      rights: bad('rights', 'rights.no_author'),
    }
  }
  const suite = kSuiteName[line.alg]
  return {
    author,
    signature: (await verifyLine(line, author.jwk)) ? ok('signature', 'signature.ok', { suite, bytes: line.payloadBytes.length }) : bad('signature', 'signature.bad', { suite }),
    chain: checkChain(author, index, proved, book),
    rights: checkRights(line, author, index, book, facts),
  }
}

function checkChain(author: Device, index: number, proved: boolean, book: TrustBook): Check {
  const { name } = author.person
  const path = pathTo(book, author.kid)
  if (path.length === 0) return bad('chain', 'chain.unknown_author', { kid: author.kid.slice(0, 8) })
  if (index <= author.enrolledAt) return bad('chain', 'chain.too_early', { name, at: author.enrolledAt + 1 })
  const names = path.map((d) => d.person.name).join(' → ')
  const { revoked } = author
  if (!revoked) return ok('chain', 'chain.ok', { names, root: book.root.slice(0, 8), steps: path.length })
  if (!proved) return unknown('chain', 'chain.revocation_unplaced', { name })
  const when = { at: revoked.index + 1, time: revoked.line.payload.at }
  return isRevokedBefore(author, index) ? bad('chain', 'chain.revoked', { name, ...when }) : ok('chain', 'chain.revoked_later', { names, ...when })
}

function checkRights(line: Line, author: Device, index: number, book: TrustBook, facts: Facts): Check {
  const { name } = author.person
  const region = line.payload.region ?? ''
  const rights = { kid: author.kid, person: author.person.id, grants: grantsAt(author, index), invitedByRoot: author.issuer === book.root }
  const found = mayAuthor(rights, line.payload, index, facts, (kid, place) => grantsAt(book.devices.get(kid), place))
  if ('fault' in found) return bad('rights', `rights.${found.fault}`, { name, region: region || '—', ...(found.elsewhere !== undefined && { elsewhere: found.elsewhere }) })
  // Who signs a check for a task says whose it is (shared/records/planning/persons.h).
  const { type, body } = line.payload
  const { person, task } = body
  if (kVisits.includes(type) && task !== undefined && person !== undefined && person !== '' && person !== author.person.id) return bad('rights', 'rights.wrong_person', { name })
  // Who reviews, or writes to her colleagues, says who she is; a review from before two had to agree about a veto does not.
  const speaks = isRemark(type) || (isReview(type) && person !== undefined)
  if (speaks && person !== author.person.id) return bad('rights', 'rights.wrong_self', { name })
  const { role, regions } = found.grant
  return ok('rights', region ? 'rights.ok' : 'rights.ok_everywhere', { name, role: `role.${role}`, regions: regions.join(' '), region: region || '—' })
}
