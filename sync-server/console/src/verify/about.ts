/**
 * What was said about some complaints or panels of experts, judged in this browser: every page proved against a verified checkpoint,
 * every line by the trust lines, its place and its body; what is not believed counts for nothing.
 */
import { parseLine, type Line } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage } from '../log/feed_page'
import { complaintPlaceFault } from '../trust/complaint_rights'
import { grantsAt, isRevokedBefore, type Device, type TrustBook } from '../trust/chain'
import { coversRegion } from '../trust/grants'
import { Facts } from '../trust/facts'
import { checkAuthority } from './authority'
import { bodyFault } from './body'

export interface JudgedLine {
  index: number
  line: Line
  author: Device
}

export interface AboutSource {
  about(of: readonly string[], after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

const kSpeaksForSelf = /^(panel\.|disposal\.|complaint\.(classified|tasked|answered)$)/
const kExpertRoles = ['auditor', 'inspector', 'supervisor']

/** shared/records/planning/persons.h: who speaks says who she is; whom a panel asks may read the place. */
function personsFault(line: Line, author: Device, index: number, book: TrustBook): boolean {
  const { type, body, region = '' } = line.payload
  if (kSpeaksForSelf.test(type) && body.person !== author.person.id) return true
  if (type !== 'panel.assigned') return false
  const mayScore = (person: string) => [...book.devices.values()].some((d) => d.person.id === person && d.enrolledAt < index && !isRevokedBefore(d, index) && grantsAt(d, index).some((g) => kExpertRoles.includes(g.role) && coversRegion(g, region)))
  return !(body.experts as string[]).every(mayScore)
}

async function judge(index: number, text: string, book: TrustBook, facts: Facts): Promise<JudgedLine | null> {
  const line = await parseLine(text).catch(() => null)
  if (!line) return null
  const { author, signature, chain, rights } = await checkAuthority(line, index, true, book, facts)
  if (!author || [signature, chain, rights].some((c) => c.state !== 'ok')) return null
  if (bodyFault(line.payload.type, line.payload.body) || personsFault(line, author, index, book)) return null
  return complaintPlaceFault(book, author, line.payload, index) ? null : { index, line, author }
}

/** In log order, with the publications and inspections that they rest on. Throws an Error where a page is not proved: then nothing of it is taken. */
export async function readAbout(source: AboutSource, of: readonly string[], checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<{ lines: JudgedLine[]; unbelieved: number }> {
  const facts = new Facts()
  const lines: JudgedLine[] = []
  let unbelieved = 0
  let next = 0
  for (let more = true; more; ) {
    const page = await source.about(of, next, checkpoint.size)
    const read = readFeedPage(page.body)
    if (!(await isProved(read.lines, read.proof, checkpoint))) throw new Error('the server does not prove the lines that it gives out')
    for (const { index, text } of read.lines) {
      const judged = await judge(index, text, book, facts)
      if (!judged) {
        unbelieved++
        continue
      }
      facts.add(judged.line.payload, index, { kid: judged.line.kid, person: judged.author.person.id })
      lines.push(judged)
    }
    more = page.more && page.cursor > next
    next = Math.max(next, page.cursor)
  }
  return { lines, unbelieved }
}
