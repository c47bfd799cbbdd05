/** A record's checklist document, and the lists that its answers were taken from: fetched, held to their hashes, read. */
import { asProblem } from '../api/problem'
import { fromUtf8, type Bytes } from '../base/bytes'
import { readChecklist, type Checklist } from '../checklist/document'
import { sha256Hex } from '../crypto/sha256'
import { bad, ok, unknown, type Check } from '../verify/check'
import type { Inspection } from './inspection'
import { readList, wantedLists, type ListedChoices } from './listed_choices'

type Fetch = (sha256: string) => Promise<Bytes>

/** By hash, hence for ever. */
const known = new Map<string, { checklist: Checklist; text: string }>()

/** The text of a document that was read; for the engine. */
export const textOf = (sha256: string): string | undefined => known.get(sha256)?.text

/** `published`: that a line which is believed published this document; another counts for nothing. */
export async function readDocument(sha256: string, published: boolean, fetch: Fetch): Promise<{ checklist: Checklist | null; check: Check }> {
  const args = { hash: sha256.slice(0, 8) }
  if (!published) return { checklist: null, check: bad('document', 'document.unpublished', args) }
  const good = ok('document', 'document.ok', args)
  const kept = known.get(sha256)
  if (kept) return { checklist: kept.checklist, check: good }
  try {
    const bytes = await fetch(sha256)
    if ((await sha256Hex(bytes)) !== sha256) return { checklist: null, check: bad('document', 'document.bad', args) }
    const text = fromUtf8(bytes)
    const checklist = readChecklist(text)
    if (checklist) known.set(sha256, { checklist, text })
    return { checklist, check: checklist ? good : bad('document', 'document.unreadable') }
  } catch (e) {
    return { checklist: null, check: unknown('document', 'document.missing', { detail: asProblem(e).detail }) }
  }
}

/** `check`: what is wrong with one of the files, in place of the document's own row. */
export async function readLists(inspection: Inspection, checklist: Checklist, fetch: Fetch): Promise<{ listed: ListedChoices; check: Check | null }> {
  const listed: ListedChoices = new Map()
  let check: Check | null = null
  await Promise.all(
    wantedLists(inspection, checklist).map(async (wanted) => {
      const { file } = wanted.list
      const hash = checklist.attachments.get(file) ?? ''
      try {
        const bytes = await fetch(hash)
        if ((await sha256Hex(bytes)) !== hash) check = bad('document', 'document.list_bad', { file })
        else for (const [key, labels] of readList(bytes, wanted)) listed.set(key, labels)
      } catch (e) {
        check ??= unknown('document', 'document.list_missing', { file, detail: asProblem(e).detail })
      }
    }),
  )
  return { listed, check }
}
