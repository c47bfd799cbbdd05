/** Opens the draft of a round in this tab: the one that is here, an amendment of what was submitted, or a new one. */
import { Problem } from '../api/problem'
import { loadEngine, type Engine } from '../engine/engine'
import { assessServices } from './assess'
import type { Draft, DraftFile } from './draft_store'
import { decodes } from './file_words'
import { Filling, newDraft } from './filling'
import type { ItemContent } from './merge'
import type { OwnLine } from './own_feed'
import type { RoundHere } from './rounds_here'

export interface OpenedFilling {
  engine: Engine
  filling: Filling
  /** The hash of each of the checklist's own files, by name. */
  attached: Map<string, string>
}

/** The newest version of what was submitted. */
export function versionOf(round: RoundHere, lines: readonly OwnLine[]): OwnLine | null {
  return lines.find((l) => l.line.hash === round.row?.submitted?.newest) ?? null
}

export async function openFilling(round: RoundHere, kid: string): Promise<OpenedFilling> {
  const engine = await loadEngine()
  const { documents, drafts, feed } = assessServices()
  const kept = await drafts.read(round)
  const submitted = versionOf(round, feed.lines)
  // What was begun, here or by a colleague, goes on.
  if (!kept && !submitted && round.step === 'not_begun' && round.withdrawn !== '') throw new Problem(409, 'checklist_withdrawn', round.withdrawn)
  // What was begun on a version stays on it; what is only read is on the version that it was signed under.
  const of = (submitted?.line.payload.body.checklist as Draft['checklist'] | undefined) ?? round.checklist
  const { checklist, attached } = await documents.open((kept?.checklist ?? of).sha256, engine)
  const draft = kept ?? (submitted ? amendmentOf(engine, checklist, round, submitted, kid) : newDraft(round, new Date()))
  return { engine, attached, filling: new Filling(engine, checklist, draft, drafts, decodes) }
}

/** A draft that begins with all of a version: that is the base of all its items. */
function amendmentOf(engine: Engine, checklist: number, round: RoundHere, { line }: OwnLine, kid: string): Draft {
  const { body, files: named } = line.payload
  const said = body as Record<string, unknown>
  const answers = Object.fromEntries(['answers', 'na', 'notes', 'facts', 'zone'].filter((m) => said[m] !== undefined).map((m) => [m, said[m]]))
  const files = named.filter((f) => f.item && ['evidence', 'document', 'answer', 'marks'].includes(f.role ?? '')).map(({ sha256, size, type, role, item, of }): DraftFile => ({ sha256, size, type, role: role ?? '', item: item ?? '', ...(of && { of }), name: '', elsewhere: true }))
  const { changed } = engine.ask<{ changed: Record<string, ItemContent> }>({ do: 'merge', checklist, answers, files: files.filter((f) => f.role !== 'answer' && f.role !== 'marks') })
  const own = line.kid === kid
  return {
    ...newDraft({ ...round, checklist: said.checklist as Draft['checklist'] }, new Date()),
    answers, files, base: changed,
    factBase: { ...(said.facts as Record<string, string> | undefined) },
    ...(own && { started: String(said.started), amends: round.row!.submitted!.id }),
  }
}
