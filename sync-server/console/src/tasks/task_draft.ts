/** A task while it is written, and the bodies that are signed (task.assigned, task.cancelled; RECORDS.md). */
import { readDay } from '../base/day'
import type { KnownTask } from '../api/types'

export interface TaskDraft {
  kind: string
  site: string
  checklist: string
  /** Ids of persons. */
  team: string[]
  due: string
  asked: string
  instructions: string
  /** The id of the approved check that it is for; '': none. */
  check: string
  /** Of a task that is assigned anew. */
  of: string
  previous: string
}

export function draftOf(task: KnownTask | null, today: string): TaskDraft {
  return {
    kind: task?.says.kind ?? 'routine',
    site: task?.site ?? '',
    checklist: task?.says.checklist ?? '',
    team: [...(task?.says.team ?? [])],
    due: task?.says.due ?? '',
    asked: today,
    instructions: task?.says.instructions ?? '',
    check: task?.says.check ?? '',
    of: task?.id ?? '',
    previous: task?.hash ?? '',
  }
}

/** What is missing, as keys of `tasks.lacks`. */
export function lacksOf(draft: TaskDraft, today: string): string[] {
  const lacks: string[] = []
  if (draft.site === '') lacks.push('site')
  if (draft.checklist === '') lacks.push('checklist')
  if (draft.team.length < 1 || draft.team.length > 2) lacks.push('team')
  if (readDay(draft.due) === null || draft.due < today) lacks.push('due')
  if (readDay(draft.asked) === null || draft.asked > today) lacks.push('asked')
  return lacks
}

/** `before`: what the version before says beside, which stays. */
export function bodyOf(draft: TaskDraft, before: Record<string, unknown> = {}): Record<string, unknown> {
  const instructions = draft.instructions.trim()
  return {
    kind: draft.kind,
    checklist: draft.checklist,
    team: [...draft.team],
    due: draft.due,
    avoidance: { asked: draft.asked },
    ...(instructions !== '' && { instructions }),
    ...(draft.check !== '' && { check: draft.check }),
    ...(before.draw !== undefined && { draw: before.draw }),
    ...(before.programme !== undefined && { programme: before.programme }),
    ...(draft.of !== '' && { of: draft.of, previous: draft.previous }),
  }
}
