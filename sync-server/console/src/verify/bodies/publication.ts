/** What publications of results have to say, and that they say nothing else (shared/records/publication/published.h). */
import { day, hash, recordId, said, text, whole, type Reader, type Rule } from '../body_reader'

function only(r: Reader, names: readonly string[]): void {
  for (const name of Object.keys(r.members)) if (!names.includes(name)) r.fault(name)
}

const published =
  (corrects: boolean): Rule =>
  (r) => {
    r.must('of', recordId)
    r.must('hash', hash)
    r.within('result', (result) => {
      for (const name of ['name', 'kind', 'checklist', 'version']) result.must(name, said)
      for (const name of ['code', 'grade']) result.may(name, text)
      result.must('checked', day)
      result.must('findings', (v) => whole(v) && (v as number) >= 0)
      only(result, ['name', 'code', 'checked', 'kind', 'checklist', 'version', 'grade', 'findings'])
    })
    r.may('where', text)
    if (corrects) {
      r.must('previous', hash)
      r.must('reason', said)
    }
    only(r, ['of', 'hash', 'result', 'where', ...(corrects ? ['previous', 'reason'] : [])])
  }

export const kPublicationRules: Record<string, Rule> = {
  'publication.made': published(false),
  'publication.corrected': published(true),
  'publication.withdrawn': (r) => {
    r.must('of', recordId)
    r.must('previous', hash)
    r.must('reason', said)
    only(r, ['of', 'previous', 'reason'])
  },
}
