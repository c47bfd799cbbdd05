/**
 * One visit for several open tasks of a site that are due within a month of each other (综合查一次; which ones is the server's
 * list, by shared/records/planning/joint.h): the same last day and, where that can be, the same team. Each task stays a task of
 * its own and is assigned anew by a signed line.
 */
import { reactive } from 'vue'
import type { KnownTask } from '../api/planning_types'
import type { Said } from '../i18n/said'
import { sayFault, Sending, type SendingAuthor } from '../people/send'
import { bodyOf, draftOf } from './task_draft'

export interface JointVisit {
  due: string
  /** Of everybody; null where each keeps its own. */
  team: string[] | null
  /** Tasks that are assigned anew. */
  anew: KnownTask[]
}

const sameTeam = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id) => b.includes(id))
export const isOpen = (task: KnownTask) => task.state !== 'done' && task.state !== 'cancelled'

/** The teams that could go for all: those of approved checks stand as their heads approved them. */
export function teamsFor(tasks: readonly KnownTask[]): string[][] {
  const fixed = tasks.filter((t) => t.says.check !== undefined)
  const from = fixed.length > 0 ? fixed : tasks
  const teams = from.reduce<string[][]>((all, t) => (all.some((one) => sameTeam(one, t.says.team)) ? all : [...all, [...t.says.team]]), [])
  return fixed.length > 0 && teams.length > 1 ? [] : teams
}

/** By the earliest day; `team`: one of teamsFor(), null to leave the teams as they are. */
export function jointVisit(tasks: readonly KnownTask[], team: string[] | null): JointVisit {
  const due = tasks.map((t) => t.says.due).sort()[0]!
  return { due, team, anew: tasks.filter((t) => t.says.due !== due || (team !== null && !sameTeam(team, t.says.team))) }
}

/** The body of the version that makes `task` part of the visit; `note`: what its instructions say of it besides. */
export function jointBody(task: KnownTask, visit: JointVisit, asked: string, note: string): Record<string, unknown> {
  const draft = draftOf(task, asked)
  const team = visit.team ?? draft.team
  const instructions = draft.instructions.includes(note) ? draft.instructions : [draft.instructions.trim(), note].filter((part) => part !== '').join('\n')
  // Who stepped back of this task goes for no part of the visit.
  return bodyOf({ ...draft, team: [...team], due: visit.due, instructions }, { ...task.says })
}

/** Who stepped back of one of the tasks and would go: the visit cannot have that team. */
export const steppedBack = (tasks: readonly KnownTask[], team: readonly string[]) => [...new Set(tasks.flatMap((t) => t.says.avoidance?.stepped_back ?? []).map((one) => one.person))].filter((id) => team.includes(id))

export const joining = reactive({ running: false, done: 0, all: 0, said: null as Said | null })

/** Signs a line for each task that changes; stops at the first that did not get through. True: all stand. */
export async function signJoint(author: SendingAuthor, visit: JointVisit, asked: string, note: string): Promise<boolean> {
  if (joining.running) return false
  Object.assign(joining, { running: true, done: 0, all: visit.anew.length, said: null })
  try {
    for (const task of visit.anew) {
      const sent = await new Sending(author).send(() => ({ type: 'task.assigned', site: task.site, region: task.region, body: jointBody(task, visit, asked, note) }))
      if (sent.state !== 'sent') {
        joining.said = sent.said
        return false
      }
      ++joining.done
    }
    return true
  } catch (e) {
    joining.said = sayFault(e)
    return false
  } finally {
    joining.running = false
  }
}
