/** Checklists as a field offers them; which of them are is said by `fit.ts`. */
import { language } from '../i18n'
import type { Choice } from '../ui/choice'
import { say } from './document'
import type { Published } from './published'

export function checklistChoices(checklists: readonly Published[]): Choice[] {
  return checklists.map((c) => ({ value: c.id, label: say(c.title, language()) || c.id, also: c.id }))
}
