/**
 * The tasks of a draw, assigned in one go: one signed line a site, to the team that was drawn for it. Who cannot go is told
 * before anything is signed, and her sites are left for assigning by hand. Where the network ends in the middle, the next go
 * begins behind what stands.
 */
import { reactive } from 'vue'
import type { KnownDraw, KnownTask } from '../api/planning_types'
import { readDay } from '../base/day'
import type { Said } from '../i18n/said'
import { sayFault, Sending, type SendingAuthor } from '../people/send'
import type { Typing } from '../people/typing'
import { isOver, type Burden } from '../tasks/burden'
import type { TrustBook } from '../trust/chain'
import { teamFaults, type TeamFault } from '../trust/inspectors'

export interface AssignForm {
  kind: string
  checklist: string
  programme: string
  due: string
  asked: string
  instructions: string
}

export interface AssignRow {
  number: number
  site: string
  /** '' where the site is not published here. */
  region: string
  team: string[]
  task: KnownTask | null
  faults: TeamFault[]
  /** Where one more visit would exceed the published cap. */
  burden: Burden | null
}

export function rowsOf(draw: KnownDraw, tasks: Record<number, KnownTask>, book: TrustBook, due: string, regionOf: (site: string) => string, burdens: Record<string, Burden> = {}): AssignRow[] {
  return (draw.revealed?.drawn ?? []).map((one, i) => {
    const team = draw.revealed!.teams[one.team - 1]!.persons
    const region = regionOf(one.site)
    const task = tasks[i + 1] ?? null
    const burden = burdens[one.site]
    return { number: i + 1, site: one.site, region, team, task, burden: task === null && burden && isOver(burden) ? burden : null, faults: task ? [] : teamFaults(book, team, { region: region || draw.region, site: one.site, due }) }
  })
}

/** What would be assigned now. */
export const readyOf = (rows: readonly AssignRow[]) => rows.filter((row) => row.task === null && row.faults.length === 0 && row.burden === null && row.region !== '')

/** Keys of `tasks.lacks`. */
export function lacksOf(form: AssignForm, today: string): string[] {
  const lacks: string[] = []
  if (form.checklist === '' && form.programme === '') lacks.push('checklist')
  if (readDay(form.due) === null || form.due < today) lacks.push('due')
  if (readDay(form.asked) === null || form.asked > today) lacks.push('asked')
  return lacks
}

export function bodyOf(form: AssignForm, draw: string, row: Pick<AssignRow, 'number' | 'team'>): Record<string, unknown> {
  const instructions = form.instructions.trim()
  return {
    kind: form.kind,
    ...(form.checklist !== '' && { checklist: form.checklist }),
    ...(form.programme !== '' && { programme: form.programme }),
    team: [...row.team],
    due: form.due,
    avoidance: { asked: form.asked },
    ...(instructions !== '' && { instructions }),
    draw: { of: draw, number: row.number },
  }
}

export const assigning = reactive({
  running: false,
  /** Of how many. */
  done: 0,
  all: 0,
  /** What the server said no to, by number. */
  refused: {} as Record<number, Said>,
  /** Why it stopped before the end. */
  said: null as Said | null,
})

/**
 * `tasksNow` reads what is assigned already: asked again here, since a line of an earlier go may have waited for the network.
 * The form's text (`typing`) goes with the last line: until then a go that ends in the middle finds it again.
 * REQUIRES: nothing is lacking in the form.
 */
export async function assignAll(author: SendingAuthor, draw: string, rows: readonly AssignRow[], form: AssignForm, tasksNow: () => Promise<Record<number, KnownTask>>, typing?: Pick<Typing, 'signing' | 'again'>): Promise<void> {
  if (assigning.running) return
  Object.assign(assigning, { running: true, done: 0, all: 0, refused: {}, said: null })
  try {
    if (await author.waiting()) await author.deliver()
    const before = await tasksNow()
    const waiting = readyOf(rows).filter((row) => !before[row.number])
    assigning.all = waiting.length
    for (const row of waiting) {
      const sent = await new Sending(author).send(() => ({ type: 'task.assigned', site: row.site, region: row.region, body: bodyOf(form, draw, row) }), row === waiting.at(-1) ? typing : undefined)
      if (sent.state === 'refused') assigning.refused[row.number] = sent.said
      else if (sent.state !== 'sent') {
        assigning.said = sent.said
        break
      }
      ++assigning.done
    }
  } catch (e) {
    assigning.said = sayFault(e)
  } finally {
    assigning.running = false
  }
}
