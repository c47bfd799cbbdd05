/** What publications have to say: sites, checklists, rounds of self-assessment, years of the working-day calendar. */
import { yearFault } from '../../base/working_days'
import { boundaryFault } from '../../base/boundary'
import { among, day, degrees, flag, hash, isObject, said, text, texts, textsByName, whole, type Rule } from '../body_reader'
import { checklistRef } from './inspection'

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
  },
  'checklist.published': (r) => {
    for (const name of ['id', 'version']) r.must(name, said)
    r.may('title', textsByName)
    r.must('sha256', hash)
    for (const name of ['programmes', 'sectors']) r.may(name, texts)
  },
  'round.published': (r) => {
    r.must('id', said)
    r.must('title', (v) => textsByName(v) && Object.keys(v as object).length > 0)
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
