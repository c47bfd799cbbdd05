/** Complaints as the list tells of them: the server's word (PROTOCOL.md). */
export const kComplaintStates = ['received', 'accepted', 'not_accepted', 'answered'] as const
export type ComplaintState = (typeof kComplaintStates)[number]
export const kComplaintClasses = ['quality', 'process', 'standards', 'environment', 'safety', 'conduct', 'other'] as const
export type ComplaintClass = (typeof kComplaintClasses)[number]
export const kComplaintOutcomes = ['founded', 'partly', 'unfounded', 'unclear', 'passed_on'] as const
/** Of those that a person takes down. */
export const kHandChannels = ['phone', 'visit', 'letter', 'other'] as const
export type ComplaintAbout = 'site' | 'person' | 'office' | 'other'

interface Act<Says> {
  id: string
  author: string
  at: string
  says: Says
}

export interface KnownComplaint {
  id: string
  index: number
  state: ComplaintState
  region: string
  site?: string
  site_name?: string
  person_name?: string
  says: {
    channel: string
    received: string
    about: { kind: ComplaintAbout; person?: string; office?: string; words?: string }
    programme?: string
    text: string
    contact?: string
    vouched: 'came_in' | 'taken_down'
  }
  photos: string[]
  author: string
  at: string
  due?: { day: string; counted: 'working' | 'calendar' }
  overdue?: boolean
  tasks: (Act<{ task: string }> & { state?: string; inspection?: string })[]
  classified?: Act<{ as: ComplaintClass; accepted: boolean; reason?: string; days?: number }>
  answered?: Act<{ outcome: string; text: string }>
}

export interface ComplaintsFilter {
  state: string
  class: string
  overdue: boolean
}
