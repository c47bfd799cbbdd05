/**
 * Witnesses' cosignatures under a checkpoint (C2SP tlog-cosignature, Ed25519): a further signature line, 4 bytes of the
 * key's id, 8 bytes of seconds since 1970, big end first, and the signature over `cosignature/v1`, the time and the
 * checkpoint's text. That the log signed the note is asked elsewhere (checkpoint.ts).
 */
import { concat, equal, utf8 } from '../base/bytes'
import { verifyEd25519 } from '../crypto/ed25519'
import { parseNote, type VerifierKey } from './checkpoint'

export interface Cosigned {
  /** By the witnesses' names, in the order in which they are named. */
  by: { name: string; at: Date }[]
  /** Witnesses whose lines are none of their signatures. */
  bad: string[]
}

/** The last second of the year 9999: what comes after it no calendar writes. */
const kLatest = 253402300799n

export async function cosignedBy(note: string, witnesses: VerifierKey[]): Promise<Cosigned> {
  const { text, signatures } = parseNote(note)
  const out: Cosigned = { by: [], bad: [] }
  for (const witness of witnesses) {
    const own = signatures.filter((s) => s.name === witness.origin && equal(s.bytes.slice(0, 4), witness.id))
    let newest: bigint | null = null
    let good = true
    for (const { bytes } of own) {
      const seconds = bytes.length === 76 ? new DataView(bytes.buffer, bytes.byteOffset + 4, 8).getBigUint64(0) : null
      good = seconds !== null && seconds <= kLatest && (await verifyEd25519(witness.key, bytes.slice(12), concat(utf8(`cosignature/v1\ntime ${seconds}\n`), utf8(text))))
      if (!good) break
      if (newest === null || seconds! > newest) newest = seconds
    }
    if (!good) out.bad.push(witness.origin)
    else if (newest !== null) out.by.push({ name: witness.origin, at: new Date(Number(newest) * 1000) })
  }
  return out
}
