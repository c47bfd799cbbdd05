/** What lists of archived cases that are disposed of have to say (shared/records/disposal/disposal.h). */
import { among, day, hash, isObject, recordId, said, type Rule } from '../body_reader'
import { plain, plainRead, plainSaid } from './plain_text'

export const kMostDisposed = 1_000
const kMostBytes = 3_000

const distinct = (list: unknown[], name: string) => new Set(list.map((one) => (isObject(one) ? one[name] : one))).size === list.length

const decision = (reason: 'must' | 'may'): Rule => (r) => {
  r.must('of', recordId)
  r.must('version', hash)
  r.must('person', said)
  r[reason]('reason', reason === 'must' ? plainRead(kMostBytes) : plain(kMostBytes))
}

export const kDisposalRules: Record<string, Rule> = {
  'disposal.proposed': (r) => {
    r.must('person', said)
    for (const name of ['reason', 'disputes']) r.must(name, plainRead(kMostBytes))
    r.must('cases', (v) => Array.isArray(v) && v.length >= 1 && v.length <= kMostDisposed && distinct(v, 'case'))
    r.each('cases', (one) => {
      for (const name of ['case', 'act']) one.must(name, recordId)
      one.must('term', among(['30', '10']))
      one.must('until', day)
    })
    r.may('boxes', (v) => Array.isArray(v) && v.length <= kMostDisposed && distinct(v, 'sha256'))
    r.each('boxes', (one) => {
      one.must('sha256', hash)
      one.must('title', plainSaid(kMostBytes))
    })
  },
  'disposal.approved': decision('may'),
  'disposal.refused': decision('must'),
}
