/** A task while it is written, and the bodies that are signed (task.assigned, task.cancelled; RECORDS.md). */
import type { Bytes } from '../base/bytes'
import { readDay } from '../base/day'
import { sha256Hex } from '../crypto/sha256'
import type { KnownTask } from '../api/planning_types'

export interface TaskDraft {
  kind: string
  site: string
  checklist: string
  /** Ids of persons. */
  team: string[]
  due: string
  asked: string
  instructions: string
  /** Who does not go because of an interest in the matter (回避). */
  steppedBack: { person: string; reason: string }[]
  /** What goes along. */
  files: DraftFile[]
  /** The id of the approved check that it is for; '': none. */
  check: string
  /** The place on the list of a draw that it is for; null: none. */
  draw: { of: string; number: number } | null
  /** Of a task that is assigned anew. */
  of: string
  previous: string
}

/** As the line's composer takes a file. */
export interface DraftFile {
  name: string
  sha256: string
  type: string
  role: string
  bytes: Bytes
}

/** Of what goes along with a task (kInstructionRole, shared/store/tasks.h). */
export const kInstructionRole = 'instruction'
export const kMostFiles = 5
export const kMostFileBytes = 20 * 1024 * 1024

/** A file that somebody chose; the key of a sentence under `tasks.lacks` where it is none that can go along. */
export async function takeFile(file: { name: string; type: string; size: number; arrayBuffer(): Promise<ArrayBuffer> }, before: DraftFile[]): Promise<DraftFile | string> {
  if (before.length >= kMostFiles) return 'files_many'
  if (file.size === 0) return 'file_empty'
  if (file.size > kMostFileBytes) return 'file_large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sha256 = await sha256Hex(bytes)
  if (before.some((one) => one.sha256 === sha256)) return 'file_twice'
  return { name: file.name, sha256, type: file.type || 'application/octet-stream', role: kInstructionRole, bytes }
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
    steppedBack: (task?.says.avoidance?.stepped_back ?? []).map((one) => ({ ...one })),
    files: [],
    check: task?.says.check ?? '',
    draw: task?.says.draw ?? null,
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
  if (draft.steppedBack.some((one) => one.reason.trim() === '' || draft.team.includes(one.person))) lacks.push('back')
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
    avoidance: { asked: draft.asked, ...(draft.steppedBack.length > 0 && { stepped_back: draft.steppedBack.map((one) => ({ person: one.person, reason: one.reason.trim() })) }) },
    ...(instructions !== '' && { instructions }),
    ...(draft.check !== '' && { check: draft.check }),
    ...(draft.draw !== null && { draw: draft.draw }),
    ...(before.programme !== undefined && { programme: before.programme }),
    ...(draft.of !== '' && { of: draft.of, previous: draft.previous }),
  }
}

/** Under which name its text is kept: a task that was assigned anew meanwhile begins afresh, and one enterprise's is not another's. */
export function aboutOf(task: Pick<KnownTask, 'newest'> | null, cancel: boolean, { check = '', draw, site = '' }: Partial<TaskDraft>): string {
  if (task) return `${task.newest}${cancel ? '/cancel' : ''}`
  return draw ? `${draw.of}/${draw.number}` : [check, site].filter((part) => part !== '').join('/')
}
