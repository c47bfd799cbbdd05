/** What complaints have to say (shared/records/voice/complaint.h). */
import { kComplaintClasses, kComplaintOutcomes } from '../../api/complaint_types'
import { among, day, flag, hash, recordId, said, whole, type Reader, type Rule } from '../body_reader'
import { plain, plainSaid, region } from './plain_text'

const kMost = { text: 12_000, about: 600, contact: 300 }

const received: Rule = (r) => {
  r.must('channel', among(['page', 'phone', 'visit', 'letter', 'other']))
  r.must('received', day)
  r.within('about', (about) => {
    const { kind } = about.members
    about.must('kind', among(['site', 'person', 'office', 'other']))
    about.may('words', plain(kMost.about))
    if (kind === 'person') about.must('person', said)
    else if (Object.hasOwn(about.members, 'person')) about.fault('person')
    if (kind === 'office') about.must('office', region)
    else if (Object.hasOwn(about.members, 'office')) about.fault('office')
  })
  r.may('programme', plain(kMost.about))
  r.must('text', plainSaid(kMost.text))
  r.may('contact', plain(kMost.contact))
  const page = r.members.channel === 'page'
  if (page) r.must('receipt', hash)
  else r.may('receipt', hash)
  r.must('vouched', among([page ? 'came_in' : 'taken_down']))
}

const about = (rest: (r: Reader) => void): Rule => (r) => {
  r.must('of', recordId)
  r.must('person', said)
  rest(r)
}

export const kComplaintRules: Record<string, Rule> = {
  'complaint.received': received,
  'complaint.classified': about((r) => {
    const { accepted } = r.members
    r.must('as', among(kComplaintClasses))
    r.must('accepted', flag)
    if (accepted === true) {
      r.may('reason', plain(kMost.text))
      r.must('days', (v) => whole(v) && (v as number) >= 1 && (v as number) <= 45)
    } else {
      r.must('reason', plainSaid(kMost.text))
      if (Object.hasOwn(r.members, 'days')) r.fault('days')
    }
  }),
  'complaint.tasked': about((r) => r.must('task', recordId)),
  'complaint.answered': about((r) => {
    r.must('outcome', among(kComplaintOutcomes))
    r.must('text', plainSaid(kMost.text))
  }),
}
