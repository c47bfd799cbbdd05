/** The check before the one that is open: of the same site by the same checklist. Which it is, is the server's word; what it says is verified here. */
import { shallowReactive, watch } from 'vue'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { record } from './open_record'
import { openOther, type OtherRecord } from './open_other'

interface Previous {
  loading: boolean
  said: Said | null
  /** Looked for, and there is none. */
  none: boolean
  other: OtherRecord | null
}

const kNothing: Previous = { loading: false, said: null, none: false, other: null }
export const previous = shallowReactive<Previous>({ ...kNothing })
let round = 0

watch(
  () => record.id,
  () => {
    ++round
    Object.assign(previous, kNothing)
  },
)

export async function openPrevious(): Promise<void> {
  const of = record.verified
  if (!of || of.assessment || previous.loading || previous.other) return
  const mine = ++round
  Object.assign(previous, kNothing, { loading: true })
  try {
    const found = (await services().api.previous(of.id)).previous
    if (mine !== round) return
    if (!found) return void Object.assign(previous, { none: true })
    const other = await openOther(found.id)
    if (mine !== round) return
    if (!isBefore(other, of)) return void Object.assign(previous, { said: { key: 'previous.wrong', detail: '' } })
    Object.assign(previous, { other })
  } catch (e) {
    if (mine === round) previous.said = sayProblem(e)
  } finally {
    if (mine === round) previous.loading = false
  }
}

/** A visit was at the time of its submission, whenever it was amended. */
export const submittedAt = (of: OtherRecord['verified']): string => of.versions[0]!.line.payload.at

/** A server that shows another site's check, or one that was made later, is not believed. */
function isBefore(other: OtherRecord, of: NonNullable<typeof record.verified>): boolean {
  const [then, now] = [other.verified.current.line.payload, of.current.line.payload]
  const checklist = (body: Record<string, unknown>) => (body.checklist as { id?: unknown } | undefined)?.id
  return then.site === now.site && checklist(then.body) === checklist(now.body) && Date.parse(submittedAt(other.verified)) < Date.parse(submittedAt(of))
}
