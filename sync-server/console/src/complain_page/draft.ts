/** A complaint while it is written, what it still lacks, and the body that is sent. Pure. */
import { plain } from '../public_form/plain'

export type AboutKind = 'site' | 'person' | 'office' | 'other'

export interface Draft {
  kind: AboutKind
  /** Of a site its id, of a person her device's thumbprint: from the link. Else the region. */
  key: string
  words: string
  programme: string
  text: string
  contact: string
  /** JPEGs in base64. */
  photos: string[]
}

export const emptyDraft = (): Draft => ({ kind: 'other', key: '', words: '', programme: '', text: '', contact: '', photos: [] })

// Bytes of UTF-8, as the server counts (shared/records/voice/complaint.h).
const kMost = { words: 600, text: 12_000, contact: 300 }
const bytesOf = (text: string) => new TextEncoder().encode(text).length

export type Lack = 'region' | 'text' | 'long'

export function lacksOf(draft: Draft): Lack[] {
  const lacks: Lack[] = []
  if (draft.key === '') lacks.push('region')
  if (draft.text.trim() === '') lacks.push('text')
  for (const name of ['words', 'text', 'contact'] as const) {
    if (bytesOf(draft[name].trim()) > kMost[name] && !lacks.includes('long')) lacks.push('long')
  }
  return lacks
}

export function bodyOf(draft: Draft): string {
  return JSON.stringify({
    about: draft.kind,
    key: draft.key,
    ...(plain(draft.words) !== '' && { words: plain(draft.words) }),
    ...(draft.programme !== '' && { programme: draft.programme }),
    text: plain(draft.text),
    ...(plain(draft.contact) !== '' && { contact: plain(draft.contact) }),
    ...(draft.photos.length > 0 && { photos: draft.photos }),
  })
}
