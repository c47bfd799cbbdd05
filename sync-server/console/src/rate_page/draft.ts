/** A rating while it is filled in, what it still lacks, and the body that is sent. Pure. */
import { plain } from '../public_form/plain'

export const kQuestions = ['identified', 'fair', 'courteous', 'helpful', 'light'] as const
export type Question = (typeof kQuestions)[number]
export const kMarks = [1, 2, 3, 4, 5] as const

export interface Draft {
  marks: Partial<Record<Question, number>>
  text: string
}

export const emptyDraft = (): Draft => ({ marks: {}, text: '' })

// Bytes of UTF-8, as the server counts (shared/records/voice/rating.h).
const kMostText = 900

export type Lack = 'marks' | 'long'

export function lacksOf(draft: Draft): Lack[] {
  const lacks: Lack[] = []
  if (kQuestions.some((q) => draft.marks[q] === undefined)) lacks.push('marks')
  if (new TextEncoder().encode(plain(draft.text)).length > kMostText) lacks.push('long')
  return lacks
}

export function bodyOf(code: string, draft: Draft): string {
  const text = plain(draft.text)
  return JSON.stringify({ code, answers: draft.marks, ...(text !== '' && { text }) })
}

/** The code in the page's address, which a browser sends to nobody: "#7F3K-…". */
export function readAddress(fragment: string): string {
  const said = fragment.replace(/^#/, '')
  return /^[0-9A-Za-z-]{20,40}$/.test(said) ? said : ''
}
