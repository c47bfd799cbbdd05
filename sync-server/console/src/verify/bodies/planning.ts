/** What tasks, checks and draws have to say (shared/records/planning). */
import { among, day, flag, hash, recordId, said, text, texts, whole, type Reader, type Rule } from '../body_reader'

export const kTaskKinds = ['routine', 'individual', 'special'] as const
export const kCheckModes = ['on_site', 'remote'] as const

const atLeast = (least: number, most = Infinity) => (v: unknown) => whole(v) && (v as number) >= least && (v as number) <= most
const root = (v: unknown) => text(v) && /^[A-Za-z0-9+/]{43}=$/.test(v as string)
const lengthOf = (v: unknown) => (Array.isArray(v) ? v.length : 0)

/** What a head says of a proposed check, or of a plan. */
const decision =
  (reason: (r: Reader) => void): Rule =>
  (r) => {
    r.must('of', recordId)
    r.must('version', hash)
    r.must('person', said)
    reason(r)
  }

const proposed: Rule = (r) => {
  r.must('kind', among(kTaskKinds))
  for (const name of ['reason', 'basis', 'person']) r.must(name, said)
  for (const name of ['checklist', 'programme']) r.may(name, text)
  if (!said(r.members.checklist) && !said(r.members.programme)) r.fault('checklist')
  r.may('items', (v) => texts(v) && !(v as string[]).includes(''))
  r.must('mode', among(kCheckModes))
  r.must('planned', day)
  const team = texts(r.members.team) ? (r.members.team as string[]) : []
  if (team.length !== 2 || !team.every(said) || team[0] === team[1]) r.fault('team')
  r.within('year', (year) => {
    const { made, most, counted } = year.members
    year.must('made', atLeast(0))
    year.may('most', atLeast(1))
    year.must('counted', flag)
    if (counted === false && r.members.kind !== 'special') year.fault('counted')
    if (counted === true && whole(most) && (made as number) >= (most as number)) year.must('over', said)
    else if (Object.hasOwn(year.members, 'over')) year.fault('over')
  })
  if (Object.hasOwn(r.members, 'items_over')) {
    r.must('items_over', said)
    if (lengthOf(r.members.items) === 0) r.fault('items_over')
  }
  r.withinIf('urgent', (urgent) => {
    urgent.must('reason', said)
    urgent.may('inspection', recordId)
  })
}

const kMonths = 12
const monthsOf = (v: unknown) => (Array.isArray(v) ? (v as number[]) : [])

/** Strata that say their months all say them; together they are the quota, and lie within the batch's days. */
function checkMonths(batch: Reader): void {
  const { members } = batch
  const strata = Array.isArray(members.strata) ? (members.strata as Record<string, unknown>[]) : []
  const said = strata.filter((one) => Object.hasOwn(one ?? {}, 'months')).map((one) => monthsOf(one.months))
  const own = Object.hasOwn(members, 'months')
  if (said.length > 0 && (said.length !== strata.length || own)) return void batch.fault('strata')
  if (own) said.push(monthsOf(members.months))
  if (said.length === 0) return
  const [from, until] = [members.from, members.until].map((d) => Number(String(d).slice(5, 7)))
  if (said.some((months) => months.some((n, i) => n > 0 && (i + 1 < from! || i + 1 > until!)))) batch.fault('months')
  if (said.flat().reduce((sum, n) => sum + n, 0) !== members.quota) batch.fault('quota')
}
const months = (v: unknown) => Array.isArray(v) && v.length === kMonths && v.every((n) => whole(n) && (n as number) >= 0)

const kYears = { first: 2000, last: 2999 }

/** A whole version of an annual plan. */
const plan: Rule = (r) => {
  for (const name of ['title', 'basis', 'person']) r.must(name, said)
  r.must('year', atLeast(kYears.first, kYears.last))
  r.may('most', atLeast(1))
  const within = (v: unknown) => day(v) && (v as string).slice(0, 4) === String(r.members.year)
  if (lengthOf(r.members.batches) === 0) r.fault('batches')
  const names = new Set<unknown>()
  r.each('batches', (batch) => {
    const { members } = batch
    batch.must('name', said)
    if (names.has(members.name)) batch.fault('name')
    names.add(members.name)
    batch.must('kind', among(kTaskKinds))
    for (const name of ['checklist', 'programme']) batch.may(name, text)
    if (!said(members.checklist) && !said(members.programme)) batch.fault('checklist')
    batch.must('from', within)
    batch.must('until', (v) => within(v) && (v as string) >= (members.from as string))
    batch.must('quota', atLeast(1))
    batch.must('team', atLeast(1, 2))
    let before = ''
    batch.each('strata', (stratum) => {
      stratum.must('name', said)
      if (!((stratum.members.name as string) > before)) stratum.fault('name')
      before = stratum.members.name as string
      stratum.must('permille', atLeast(0, 1000))
      stratum.may('months', months)
    })
    batch.may('months', months)
    checkMonths(batch)
  })
  const uncounted = new Set<unknown>(['ordered'])
  r.each('uncounted', (one) => {
    for (const name of ['what', 'source']) one.must(name, said)
    if (uncounted.has(one.members.what)) one.fault('what')
    uncounted.add(one.members.what)
  })
  r.withinIf('supersedes', (other) => {
    other.must('of', recordId)
    other.must('why', said)
    if (other.members.of === (r.members.before as Record<string, unknown> | undefined)?.of) r.fault('supersedes')
  })
  r.withinIf('before', (before) => {
    before.must('of', recordId)
    before.must('version', hash)
    before.must('why', said)
  })
}

export const kPlanningRules: Record<string, Rule> = {
  'plan.proposed': plan,
  'plan.approved': decision((r) => r.may('reason', text)),
  'plan.refused': decision((r) => r.must('reason', said)),
  'plan.published': (r) => {
    r.must('of', recordId)
    r.must('version', hash)
    r.must('where', said)
  },
  'draw.committed': (r) => {
    r.must('rule', among(['plumb-draw-v1']))
    r.must('title', said)
    r.must('pool', hash)
    if (lengthOf(r.members.strata) === 0) r.fault('strata')
    let before = ''
    r.each('strata', (stratum) => {
      stratum.must('name', said)
      if (!((stratum.members.name as string) > before)) stratum.fault('name')
      before = stratum.members.name as string
      stratum.must('of', atLeast(1))
      stratum.must('permille', atLeast(0, 1000))
    })
    r.must('team', atLeast(1, 2))
    r.must('inspectors', atLeast(Number(r.members.team)))
    const out = new Set<unknown>()
    r.each('excluded', (one) => {
      for (const name of ['id', 'reason']) one.must(name, said)
      if (out.has(one.members.id)) one.fault('id')
      out.add(one.members.id)
      if (Object.hasOwn(one.members, 'arose')) one.fault('arose')
    })
    r.withinIf('plan', (of) => {
      of.must('of', recordId)
      of.must('batch', said)
    })
  },
  'draw.revealed': (r) => {
    r.must('of', recordId)
    r.within('checkpoint', (checkpoint) => {
      checkpoint.must('size', atLeast(1))
      checkpoint.must('root', root)
    })
    r.each('excluded', (one) => {
      for (const name of ['id', 'reason']) one.must(name, said)
      one.may('arose', day)
    })
    const teams = lengthOf(r.members.teams)
    if (teams === 0) r.fault('teams')
    r.each('teams', (team) => team.must('persons', (v) => texts(v) && (v as string[]).length > 0))
    r.each('drawn', (one) => {
      for (const name of ['site', 'stratum']) one.must(name, said)
      one.must('team', atLeast(1, teams))
    })
  },
  'check.proposed': proposed,
  'check.approved': decision((r) => r.may('reason', text)),
  'check.refused': decision((r) => r.must('reason', said)),
  'task.assigned': (r) => {
    r.must('kind', among(kTaskKinds))
    for (const name of ['checklist', 'programme', 'instructions']) r.may(name, text)
    if (!said(r.members.checklist) && !said(r.members.programme)) r.fault('checklist')
    const team = texts(r.members.team) ? (r.members.team as string[]) : []
    if (team.length < 1 || team.length > 2 || !team.every(said) || new Set(team).size < team.length) r.fault('team')
    r.must('due', day)
    r.within('avoidance', (avoidance) => {
      avoidance.must('asked', day)
      avoidance.each('stepped_back', (one) => {
        for (const name of ['person', 'reason']) one.must(name, said)
        if (team.includes(one.members.person as string)) one.fault('person')
      })
    })
    r.withinIf('draw', (draw) => {
      draw.must('of', recordId)
      draw.must('number', (v) => whole(v) && (v as number) >= 1)
    })
    r.may('check', recordId)
    r.may('of', recordId)
    r.may('previous', hash)
    if (Object.hasOwn(r.members, 'of') !== Object.hasOwn(r.members, 'previous')) r.fault('previous')
  },
  'task.answered': (r) => {
    r.must('of', recordId)
    r.must('version', hash)
    r.must('person', said)
    r.must('answer', among(['accepted', 'declined']))
    if (r.members.answer === 'accepted') {
      if (Object.hasOwn(r.members, 'reason')) r.fault('reason')
    } else r.must('reason', said)
  },
  'task.cancelled': (r) => {
    r.must('of', recordId)
    r.must('reason', said)
  },
}
