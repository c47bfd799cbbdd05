/** What one person contributes to a self-assessment, and who is to fill a section of it (shared/records/assessment/contribution.h, assignment.h). */
import { isObject, said, text, textsByName, type Rule } from '../body_reader'
import { checklistRef } from './inspection'
import { whereabouts } from './place'

export const kContributionRules: Record<string, Rule> = {
  'assessment.contributed': (r) => {
    r.must('round', said)
    checklistRef(r)
    r.within('items', (items) => {
      for (const id of Object.keys(items.members)) {
        items.within(id, (item) => {
          item.may('answers', textsByName)
          for (const name of ['na', 'note']) item.may(name, text)
        })
      }
    })
    r.may('facts', textsByName)
    r.withinIf('place', whereabouts)
    const any = (v: unknown) => isObject(v) && Object.keys(v).length > 0
    if (!any(r.members.items) && !any(r.members.facts)) r.fault('items')
  },
  'assessment.assigned': (r) => {
    r.must('round', said)
    checklistRef(r)
    r.must('section', said)
    r.may('person', text)
  },
}
