/** Checklists to choose from: those that were not withdrawn, and the one that stands already. */
import type { Choice } from '../ui/choice'
import { language } from '../i18n'
import { say } from './document'
import type { Published } from './published'

export function checklistChoices(checklists: readonly Published[], kept: string): Choice[] {
  return checklists.filter((one) => !one.withdrawn || one.id === kept).map((c) => ({ value: c.id, label: say(c.title, language()) || c.id, also: c.id }))
}
