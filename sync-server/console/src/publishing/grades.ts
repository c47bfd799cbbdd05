/**
 * What the grades of results are called: by the document of the checklist's version, held to its hash. Which document that is is
 * the server's word here, as the list is; what is signed is the grade's id alone. Where none is at hand, the id stands.
 */
import { shallowReactive } from 'vue'
import { say, type Checklist } from '../checklist/document'
import type { Published } from '../checklist/published'
import { language } from '../i18n'
import { services } from '../people/session'
import { readDocument } from '../record/read_document'

interface Graded {
  checklist: string
  version: string
  grade?: string
}

const keyOf = ({ checklist, version }: Graded) => `${checklist}\n${version}`
const documents = shallowReactive(new Map<string, Checklist>())

/** '': the result has no grade. */
export function gradeWords(result: Graded): string {
  return say(documents.get(keyOf(result))?.grades.get(result.grade ?? '')?.label, language()) || (result.grade ?? '')
}

/** Reads the documents that these results are of. Throws nothing. */
export async function nameGrades(results: readonly Graded[]): Promise<void> {
  const lacking = new Map(results.filter((one) => one.grade && !documents.has(keyOf(one))).map((one) => [keyOf(one), one]))
  if (lacking.size === 0) return
  const { api } = services()
  const listed: Published[] = await api.rounds().then((answer) => answer.checklists, () => [])
  for (const [key, { checklist, version }] of lacking) {
    const published = listed.find((one) => one.id === checklist && one.version === version)
    if (!published) continue
    const { checklist: read } = await readDocument(published.sha256, true, (hash) => api.file(hash))
    if (read) documents.set(key, read)
  }
}
