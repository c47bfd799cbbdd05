/** Tasks, draws, checks and plans as lists tell of them: the server's word (PROTOCOL.md). */
/** Where a task stands (shared/records/planning/task.h). */
export const kTaskStates = ['assigned', 'accepted', 'declined', 'cancelled', 'done'] as const
export type TaskState = (typeof kTaskStates)[number]

/** A task as the list tells of it: the server's word. */
export interface KnownTask {
  id: string
  index: number
  state: TaskState
  site: string
  site_name: string
  region: string
  /** Of its newest version. */
  hash: string
  /** The record that is its newest version. */
  newest: string
  author: string
  version: number
  says: { kind: string; checklist?: string; programme?: string; team: string[]; due: string; instructions?: string; draw?: { of: string; number: number }; check?: string; avoidance?: { asked: string; stepped_back?: { person: string; reason: string }[] } }
  team: { id: string; name: string }[]
  answers: { person: string; accepted: boolean; reason?: string; at: string }[]
  cancelled?: { id: string; reason: string }
  inspection?: string
  /** Checks that named it and did not end it: why, by shared/records/planning/task.h. */
  visits?: { inspection: string; person: string; fault: string }[]
  /** Other open tasks of the site that are due within a month: one visit could settle them (综合查一次). */
  beside?: string[]
}

export interface DrawCommitted {
  rule: string
  title: string
  pool: string
  strata: { name: string; of: number; permille: number }[]
  inspectors: number
  team: number
  /** The batch of a published plan that it is of. */
  plan?: { of: string; batch: string }
  /** Bound before anybody knows the seed. Absent: the line is of before this was asked, and its reveal says all of it. */
  excluded?: Exclusion[]
}

/** Who of the pool is passed over, and why. */
export interface Exclusion {
  id: string
  reason: string
  /** Of one that the reveal excludes: the day on which the reason arose. */
  arose?: string
}

export interface DrawRevealed {
  of: string
  checkpoint: { size: number; root: string }
  /** Beside those of the commitment: for reasons that arose after it. */
  excluded?: Exclusion[]
  teams: { persons: string[] }[]
  drawn: { site: string; stratum: string; team: number }[]
}

/** A random draw as the list tells of it: the server's word, made again in draws/draw.ts. */
export interface KnownDraw {
  id: string
  index: number
  region: string
  at: string
  author: string
  state: 'committed' | 'revealed'
  committed: DrawCommitted
  reveal?: string
  /** The reveal's place in the log. */
  reveal_index?: number
  revealed?: DrawRevealed
}

/** Of a site in a year, as far as this log tells: visits of other offices are not in it. */
export interface Visits {
  site: string
  made: number
  /** Those that an approved check says do not count against the cap. */
  uncounted: number
  open: number
  /** What was made, by kind, and whether it counts by the rule of the plan in force. */
  kinds: { what: string; n: number; counts: boolean }[]
  /** Items that a register limits, and how often the enterprise's checks of the year are for each. */
  items: { register: string; code: string; most: number; n: number }[]
}

/** Where a proposed check stands (shared/records/planning/check.h). */
export const kCheckStates = ['proposed', 'approved', 'refused'] as const
export type CheckState = (typeof kCheckStates)[number]

/** A proposed check as the list tells of it: the server's word. */
export interface KnownCheck {
  id: string
  index: number
  state: CheckState
  site: string
  site_name: string
  region: string
  hash: string
  author: string
  says: {
    kind: string
    reason: string
    basis: string
    checklist?: string
    programme?: string
    items?: string[]
    /** Why items are inspected more often than their register allows. */
    items_over?: string
    mode: string
    planned: string
    team: string[]
    person: string
    year: { made: number; most?: number; counted: boolean; over?: string }
    urgent?: { reason: string; inspection?: string }
  }
  team: { id: string; name: string }[]
  decided?: { id: string; author: string; approved: boolean; at: string; says: { reason?: string } }
  task?: string
  inspection?: string
}

/** Where the newest version of an annual plan stands (shared/records/planning/plan.h). */
export type PlanState = 'proposed' | 'approved' | 'refused' | 'published'

export interface PlanBatch {
  name: string
  kind: string
  checklist?: string
  programme?: string
  from: string
  until: string
  quota: number
  team: number
  strata?: PlanStratum[]
  /** Of a batch whose strata say none. */
  months?: number[]
}

export interface PlanStratum {
  name: string
  permille: number
  /** Checks that are planned for each month, January first. */
  months?: number[]
}

export interface PlanVersion {
  id: string
  state: PlanState
  hash: string
  author: string
  at: string
  says: { title: string; basis: string; year: number; person: string; most?: number; batches: PlanBatch[]; before?: { of: string; version: string; why: string }; uncounted?: { what: string; source: string }[]; supersedes?: { of: string; why: string } }
  decided?: { id: string; author: string; approved: boolean; at: string; says: { reason?: string } }
  published?: { id: string; author: string; at: string; says: { where: string } }
}

/** An annual plan as the list tells of it, with what was drawn and done of the version in force: the server's word. */
export interface KnownPlan {
  id: string
  index: number
  region: string
  state: PlanState
  /** The oldest first. */
  versions: PlanVersion[]
  /** Id of the version that was published last. */
  in_force: string | null
  /** The plan that is its region's for the year: itself, another one's id, or null while none was approved. */
  regions: string | null
  batches: { name: string; quota: number; draws: number; drawn: number; tasks: number; done: number }[]
}
