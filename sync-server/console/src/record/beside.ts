/** The self-assessment that stands beside the inspection that is open: the site's newest of the same checklist that was begun before it. */
import { shallowReactive, watch } from 'vue'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import type { VerifiedRecord } from '../verify/record'
import { compare, type ComparedItem } from './compare'
import type { Inspection } from './inspection'
import { openOther } from './open_other'
import { record } from './open_record'
import type { RowSection } from './rows'

interface Beside {
  loading: boolean
  said: Said | null
  /** Looked for, and there is none. */
  none: boolean
  verified: VerifiedRecord | null
  inspection: Inspection | null
  sections: RowSection[]
}

const kNothing: Beside = { loading: false, said: null, none: false, verified: null, inspection: null, sections: [] }
export const beside = shallowReactive<Beside>({ ...kNothing })
let round = 0

watch(
  () => record.id,
  () => {
    ++round
    Object.assign(beside, kNothing)
  },
)

export async function openBeside(): Promise<void> {
  const of = record.verified
  if (!of || of.assessment || beside.loading || beside.verified) return
  const mine = ++round
  Object.assign(beside, kNothing, { loading: true })
  try {
    const id = await newestBefore(of)
    if (mine !== round) return
    if (!id) return void Object.assign(beside, { none: true })
    const other = await openOther(id)
    if (mine === round) Object.assign(beside, other)
  } catch (e) {
    if (mine === round) beside.said = sayProblem(e)
  } finally {
    if (mine === round) beside.loading = false
  }
}

async function newestBefore(of: VerifiedRecord): Promise<string | null> {
  const site = of.current.line.payload.site ?? ''
  const checklist = (of.current.line.payload.body.checklist as { id?: unknown } | undefined)?.id
  const first = of.versions[0]!.index
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<ReturnType<typeof services>['api']['assessments']>> = await services().api.assessments({ site }, after, 50)
    const found = page.items.find((a) => a.submitted && a.checklist === checklist && a.index < first)
    if (found) return found.submitted!.id
    after = page.next
  } while (after)
  return null
}

export function compared(sections: RowSection[]): ComparedItem[] {
  return compare(sections, beside.sections)
}
