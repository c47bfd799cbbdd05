/**
 * Choices that stand in a file of the checklist's: what the ones that were taken are called. Such a list may have many
 * thousands of rows, so only the labels of the answers at hand are kept. A name that is not found stays as it was signed.
 */
import type { Checklist, ChoiceFile, Question } from '../checklist/document'
import { csvRows, csvText } from '../checklist/csv'
import type { Inspection } from './inspection'
import { placed } from './placed'

/** Labels by list, then by name. */
export type ListedChoices = Map<string, Map<string, string>>

/** A file may be looked up by several columns: each way is a list of its own. */
const keyOf = (list: ChoiceFile) => [list.file, list.value, list.label].join('\n')

export interface WantedList {
  list: ChoiceFile
  names: Set<string>
}

export function listedLabel(choices: ListedChoices, question: Question, name: string): string {
  return (question.list && choices.get(keyOf(question.list))?.get(name)) || name
}

/** The lists that the answers were taken from, and which of their names are to be looked up. */
export function wantedLists(inspection: Inspection, checklist: Checklist): WantedList[] {
  const wanted = new Map<string, WantedList>()
  for (const item of checklist.sections.flatMap((s) => s.items)) {
    for (const { key, question } of placed(item.questions, inspection.answers, '')) {
      const value = inspection.answers[key]
      if (!question.list || !value) continue
      const at = wanted.get(keyOf(question.list)) ?? { list: question.list, names: new Set<string>() }
      wanted.set(keyOf(question.list), at)
      for (const name of namesIn(question, value)) at.names.add(name)
    }
  }
  return [...wanted.values()]
}

/** Of a file's bytes, the labels that are wanted; the first row of a name counts. */
export function readList(bytes: Uint8Array, { list, names }: WantedList): ListedChoices {
  const found = new Map<string, string>()
  const rows = csvRows(csvText(bytes) ?? '')
  const first = rows.next()
  const header = first.done ? [] : first.value.map((name) => name.trim())
  const [value, label] = [header.indexOf(list.value), header.indexOf(list.label)]
  if (value >= 0 && label >= 0) {
    for (const row of rows) {
      const name = row[value] ?? ''
      if (!names.has(name) || found.has(name)) continue
      found.set(name, row[label]?.trim() || name)
      if (found.size === names.size) break
    }
  }
  return new Map([[keyOf(list), found]])
}

/** One answer may be several names. */
export function namesIn(question: Question, value: string): string[] {
  return question.type === 'select_one' ? [value] : value.split(' ').filter(Boolean)
}
