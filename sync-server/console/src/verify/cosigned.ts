/** That a second inspector signed exactly the bytes that stand here: the rule of shared/records/inspection/cosignature.h. */
import { sha256Hex } from '../crypto/sha256'
import type { Line } from '../line/line'
import type { History } from './history'
import { bad, ok, unknown, type Check } from './check'

/** Nothing where one signature is enough and there is no second. */
export async function checkCosigned(line: Line, told: Pick<History<{ line: Line; author: { person: { name: string } } | null }>, 'status' | 'cosigned'>): Promise<Check[]> {
  const { cosigned } = told
  if (!cosigned) return told.status === 'incomplete' ? [unknown('cosigned', 'cosigned.missing')] : []
  const name = cosigned.author?.person.name ?? ''
  const same = cosigned.line.payload.body.content === (await sha256Hex(line.payloadBytes))
  return [same ? ok('cosigned', 'cosigned.ok', { name }) : bad('cosigned', 'cosigned.differs', { name })]
}
