/** The finding whose page is open: its case is the record that is open, verified in this browser; the server's list is not asked. */
import { computed } from 'vue'
import { say, type Item } from '../checklist/document'
import { language } from '../i18n'
import { openRecord, record } from '../record/open_record'
import { session } from '../people/session'
import { mayWrite } from '../trust/rights'
import { route } from '../ui/router'
import { actionsFor } from './actions'
import { statedFinding } from './steps'

/** Photos and documents of this finding alone, and what was signed by hand for an order, of every line of the case. What is known of it stands while it is read anew. */
export function openCase(id: string, item: string): Promise<void> {
  return openRecord(id, (file, line) => file.item === item || (file.role === 'signature' && line.line.payload.type.startsWith('rectification.')))
}

export const finding = computed(() => record.verified?.case?.findings.find((f) => f.item === route.item) ?? null)

const items = computed(() => new Map(record.checklist?.sections.flatMap((s) => s.items).map((i) => [i.id, i])))
export const itemOf = (id: string): Item | undefined => items.value.get(id)
export const noOf = (id: string): string => itemOf(id)?.no ?? id
export function nameOf(id: string): string {
  const item = itemOf(id)
  const text = item ? say(item.text, language()) : ''
  return [noOf(id), text === noOf(id) ? '' : text].filter(Boolean).join(' ')
}

/** The day that the newest version states for it. */
export function statedDue(id: string): string {
  return record.verified ? (statedFinding(record.verified.current, id)?.due ?? '') : ''
}

export const actions = computed(() => {
  const row = record.verified?.case
  if (!row || !finding.value) return []
  return actionsFor(row, finding.value, (type) => mayWrite(session.grants, type, row.region, row.site), session.kid, record.verified!.personOf)
})
