/** What is asked of the log itself: whether its checkpoint is signed, consistent with what was seen, and holds the lines. */
import type { RecordAnswer } from '../api/types'
import type { Checkpoint } from '../log/checkpoint'
import { LogFault, type LogWatch } from '../log/watch'
import { bad, ok, type Check } from './check'
import { isHandedOutProved } from './handed'

export interface LogVerdict {
  /** Null where no checkpoint can be believed. */
  checkpoint: Checkpoint | null
  /** Every line of the answer stands where it is said to. */
  proved: boolean
  checkpointCheck: Check
  consistency: Check
}

export async function checkLog(answer: RecordAnswer, watch: LogWatch): Promise<LogVerdict> {
  const before = watch.seen?.size ?? 0
  try {
    const checkpoint = await watch.take(answer.checkpoint)
    return { checkpoint, proved: await isHandedOutProved(answer, checkpoint), checkpointCheck: signedBy(checkpoint), consistency: consistent(before, checkpoint) }
  } catch (e) {
    if (!(e instanceof LogFault)) throw e
    const signed = e.alarm !== 'unsigned'
    return {
      checkpoint: null,
      proved: false,
      checkpointCheck: signed ? ok('checkpoint', 'checkpoint.signed_only') : bad('checkpoint', 'checkpoint.bad'),
      consistency: signed ? bad('consistency', `consistency.${e.alarm}`, { size: before }) : bad('consistency', 'consistency.no_checkpoint'),
    }
  }
}

/** Of the line at `index`, which was handed out with others under one proof. */
export function inclusionCheck(index: number, answer: RecordAnswer, { checkpoint, proved }: LogVerdict): Check {
  if (!checkpoint) return bad('inclusion', 'inclusion.no_checkpoint')
  const { size } = checkpoint
  if (answer.proof.size !== size) return bad('inclusion', 'inclusion.other_size', { size: answer.proof.size, of: size })
  return proved ? ok('inclusion', 'inclusion.ok', { index: index + 1, size }) : bad('inclusion', 'inclusion.bad', { index: index + 1, size })
}

function signedBy(checkpoint: Checkpoint): Check {
  return ok('checkpoint', checkpoint.time ? 'checkpoint.ok_at' : 'checkpoint.ok', { origin: checkpoint.origin, time: checkpoint.time ?? '' })
}

function consistent(before: number, checkpoint: Checkpoint): Check {
  if (before === checkpoint.size) return ok('consistency', 'consistency.same', { size: before })
  if (before === 0) return ok('consistency', 'consistency.first', { size: checkpoint.size })
  return ok('consistency', 'consistency.ok', { from: Math.min(before, checkpoint.size), to: Math.max(before, checkpoint.size) })
}
