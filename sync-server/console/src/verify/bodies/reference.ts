/** What publications have to say: sites, checklists, rounds of self-assessment, registers of inspection items, years of the working-day calendar. */
import { yearFault } from '../../base/working_days'
import { boundaryFault } from '../../base/boundary'
import { among, day, degrees, flag, hash, instant, isObject, recordId, said, text, texts, textsByName, whole, type Reader, type Rule } from '../body_reader'
import { checklistRef } from './inspection'
import { panelRule } from './panel'
import { whereabouts } from './place'
import { kCheckModes, kTaskKinds } from './planning'

/** For which kinds of check a checklist may be published: those of tasks, and a self-assessment. */
export const kCheckKinds = [...kTaskKinds, 'self'] as const

const kProposed = ['name', 'code', 'address', 'contact'] as const
const bytes = (v: string) => new TextEncoder().encode(v).length
const shortText = (most: number) => (v: unknown) => said(v) && bytes(v as string) <= most
const metres = (v: unknown) => typeof v === 'number' && v >= 0 && v <= 100_000
/** In one language at least. */
const named = (v: unknown) => textsByName(v) && Object.keys(v as object).length > 0
const tally = (least: number) => (v: unknown) => whole(v) && (v as number) >= least

function walked(r: Reader): void {
  r.must('way', among(['corners', 'track']))
  for (const name of ['begun', 'finished']) r.must(name, instant)
  r.must('fixes', tally(3))
  r.within('left', (left) => {
    for (const name of ['inexact', 'jump']) left.must(name, tally(0))
  })
  r.within('accuracy', (a) => {
    for (const name of ['best', 'median', 'worst']) a.must(name, metres)
    const { best, median, worst } = a.members as Record<string, number>
    if ([best, median, worst].every(metres) && !(best! > 0 && best! <= median! && median! <= worst!)) a.fault('median')
  })
  r.must('tolerance', metres)
  r.must('track', hash)
  r.may('mocked', flag)
}

export const kReferenceRules: Record<string, Rule> = {
  'site.published': (r) => {
    for (const name of ['id', 'name']) r.must(name, said)
    r.must('region', (v) => text(v) && /^\d{6}$/.test(v as string))
    for (const name of ['code', 'address', 'programme', 'sector', 'contact', 'level', 'programme_id']) r.may(name, text)
    r.withinIf('point', (point) => {
      point.must('lat', degrees(90))
      point.must('lon', degrees(180))
    })
    r.may('boundary', (v) => boundaryFault(v) === null)
    r.may('altitude', (v) => whole(v) && (v as number) >= -500 && (v as number) <= 9000)
    r.withinIf('scale', (scale) => {
      scale.must('value', (v) => typeof v === 'number' && v >= 0 && v <= 1e12)
      scale.must('unit', said)
    })
    r.may('products', texts)
    r.may('risk_grade', (v) => v === '' || among(['A', 'B', 'C', 'D'])(v))
    r.may('proposal', recordId)
  },
  'site.proposed': (r) => {
    r.must('base', hash)
    r.must('reason', shortText(65_536))
    r.within('changes', (changes) => {
      for (const name of kProposed) changes.may(name, shortText(1024))
      changes.withinIf('point', (point) => {
        point.must('lat', degrees(90))
        point.must('lon', degrees(180))
      })
      changes.may('boundary', (v) => boundaryFault(v) === null)
      if (![...kProposed, 'point', 'boundary'].some((name) => Object.hasOwn(changes.members, name))) changes.fault('')
    })
    const changes = isObject(r.members.changes) ? r.members.changes : {}
    r.withinIf('measured', (place) => {
      if (Object.hasOwn(place.members, 'none')) place.fault('none')
      else whereabouts(place)
    })
    if (Object.hasOwn(r.members, 'measured') && !Object.hasOwn(changes, 'point')) r.fault('measured')
    r.withinIf('walk', walked)
    if (Object.hasOwn(r.members, 'walk') && !Object.hasOwn(changes, 'boundary')) r.fault('walk')
  },
  'site.declined': (r) => {
    r.must('of', recordId)
    r.must('reason', shortText(65_536))
  },
  'checklist.published': (r) => {
    for (const name of ['id', 'version']) r.must(name, said)
    r.may('title', textsByName)
    r.must('sha256', hash)
    for (const name of ['programmes', 'sectors']) r.may(name, texts)
    r.may('withdrawn', said)
    r.may('kinds', (v) => texts(v) && (v as string[]).every((kind) => among([...kCheckKinds])(kind)))
    r.may('test', (v) => v === true && !Object.hasOwn(r.members, 'withdrawn'))
  },
  'programme.published': (r) => {
    r.must('id', said)
    r.must('title', named)
    r.may('source', textsByName)
    for (const name of ['kind', 'sector', 'region']) r.may(name, text)
    r.may('checklists', texts)
    r.withinIf('panel', panelRule)
    r.each('targets', (target) => {
      target.must('title', named)
      target.may('unit', textsByName)
      target.must('at_least', (v) => whole(v) && (v as number) >= 0)
      target.may('by', day)
      target.may('source', textsByName)
      target.withinIf('measure', (measure) => {
        const { what } = measure.members
        measure.must('what', among(['sites', 'inspections', 'pass_rate', 'coverage', 'standards']))
        // A share of a hundred.
        if ((what === 'pass_rate' || what === 'coverage') && Number(target.members.at_least) > 100) measure.fault('what')
        measure.may('level', text)
      })
      if (!named(target.members.source) && !named(r.members.source)) target.fault('source')
    })
  },
  'register.published': (r) => {
    r.must('id', said)
    for (const name of ['title', 'source']) r.must(name, named)
    r.must('where', said)
    r.must('from', day)
    r.may('until', (v) => day(v) && (!day(r.members.from) || (v as string) >= (r.members.from as string)))
    if (!Array.isArray(r.members.items) || r.members.items.length === 0) r.fault('items')
    const codes = new Set<unknown>()
    r.each('items', (item) => {
      item.must('code', (v) => said(v) && !codes.has(v))
      codes.add(item.members.code)
      for (const name of ['name', 'basis']) item.must(name, named)
      item.may('object', textsByName)
      item.may('most', (v) => whole(v) && (v as number) >= 1)
      item.may('modes', (v) => texts(v) && (v as string[]).every((m) => (kCheckModes as readonly string[]).includes(m)))
      item.may('checklists', texts)
    })
  },
  'retention.published': (r) => {
    r.must('id', said)
    for (const name of ['title', 'source']) r.must(name, named)
    r.must('where', said)
    r.must('from', day)
    r.must('runs', (v) => v === 'next_year' || v === 'archiving')
    if (!Array.isArray(r.members.terms) || r.members.terms.length === 0) r.fault('terms')
    const kinds = new Set<unknown>()
    r.each('terms', (one) => {
      one.must('kind', (v) => said(v) && !kinds.has(v))
      kinds.add(one.members.kind)
      one.must('term', (v) => v === 'permanent' || v === '30' || v === '10')
    })
  },
  'round.published': (r) => {
    r.must('id', said)
    r.must('title', named)
    checklistRef(r)
    for (const name of ['opens', 'closes']) r.must(name, day)
    if (day(r.members.opens) && day(r.members.closes) && (r.members.closes as string) < (r.members.opens as string)) r.fault('closes')
    r.may('sites', texts)
    r.may('closed', flag)
  },
  'calendar.published': (r) => {
    r.must('id', (v) => v === 'working_days')
    r.within('years', (years) => {
      const all = Object.entries(years.members)
      if (all.length === 0) years.fault('')
      for (const [name, year] of all) if (!/^\d{4}$/.test(name) || !isObject(year) || yearFault(Number(name), year)) years.fault(name)
    })
  },
}
