/** What one person answered, whole items of it since she last contributed: assessment.contributed (RECORDS.md). */
import type { Draft as LineDraft } from '../line/compose'
import type { Draft } from './draft_store'
import type { Merge } from './merge'
import { keptFiles } from './statement'

export function contributionOf(draft: Draft, merge: Pick<Merge, 'changed' | 'changedFacts'>): { line: LineDraft; given: NonNullable<Draft['given']> } {
  const items = Object.fromEntries(Object.entries(merge.changed).map(([item, { answers, na, note }]) => [item, { answers: answers ?? {}, ...(na && { na }), ...(note && { note }) }]))
  const named = Object.values(merge.changed).flatMap((c) => Object.values(c.answers ?? {})).join(' ')
  const files = draft.files.filter((f) => merge.changed[f.item] && (f.role !== 'answer' || named.includes(f.sha256)))
  const facts = merge.changedFacts
  return {
    line: {
      type: 'assessment.contributed',
      site: draft.site,
      region: draft.region,
      files: keptFiles(draft, files, false),
      body: { round: draft.round, checklist: draft.checklist, items, ...(Object.keys(facts).length > 0 && { facts }) },
    },
    // An item that holds nothing any more is the base of nothing.
    given: { base: Object.fromEntries(Object.entries(merge.changed).map(([item, { answers, na, note, files: its }]) => [item, { ...(answers && { answers }), ...(na && { na }), ...(note && { note }), ...(its && { files: its.map(({ role, sha256 }) => ({ role, sha256 })) }) }])), facts },
  }
}
