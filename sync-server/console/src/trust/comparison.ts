/**
 * The four characters by which an administrator and the owner of a new device compare: of the first four bytes of the hash
 * of the enrolment line. The table is the tablets' own file (shared/domain/comparison.h).
 */
import table from '../../../../shared/domain/comparison.json'
import { fromHex } from '../base/bytes'

const kCharacters = [...table.characters]

/** `hash`: of the whole key.enrolled line, in hex. */
export function comparisonCharacters(hash: string): string[] {
  return [...fromHex(hash).subarray(0, 4)].map((byte) => kCharacters[byte]!)
}
