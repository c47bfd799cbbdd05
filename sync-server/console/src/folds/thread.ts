/**
 * What supervisor and inspector write to each other at one item of an inspection: the threads of shared/records/review/remark.h
 * over believed lines in log order.
 */
import type { Line } from '../line/line'

export interface Thread<T> {
  /** Record id of the remark that began it. */
  id: string
  item: string
  said: T[]
  resolved: boolean
}

export const isRemark = (type: string) => type === 'remark.added'

/** Those of one inspection; what answers none of them begins none and moves none. */
export function threadsOf<T extends { line: Line }>(inspection: string, remarks: T[]): Thread<T>[] {
  const out: Thread<T>[] = []
  for (const line of remarks) {
    const { id, body } = line.line.payload
    if (body.of !== inspection) continue
    const item = String(body.item)
    if (body.answers === undefined) {
      out.push({ id, item, said: [line], resolved: false })
      continue
    }
    const thread = out.find((t) => t.id === body.answers && t.item === item)
    if (!thread) continue
    thread.said.push(line)
    thread.resolved = body.resolved === true
  }
  return out
}

/** A draft as it stands in a line's body. */
export interface RemarkDraft {
  of: string
  item: string
  text: string
  person: string
  /** "": it begins a thread. */
  answers: string
  resolved: boolean
}

export function remarkBody({ of, item, text, person, answers, resolved }: RemarkDraft): Record<string, unknown> {
  return { of, item, person, ...(text && { text }), ...(answers && { answers }), ...(resolved && { resolved }) }
}
