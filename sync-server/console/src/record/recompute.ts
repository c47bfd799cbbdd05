/** A record's score and the outcome of each item, reckoned again in this browser from the answers that were signed. */
import { asProblem } from '../api/problem'
import type { Verdict } from '../checklist/document'
import type { Bytes } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import type { StatedItem } from './inspection'
import { bad, ok, unknown, type Check } from '../verify/check'
import { EngineError, hasEngine, loadEngine, type Engine } from '../engine/engine'

/** A checklist's document, already held to its hash. */
export interface Document {
  sha256: string
  text: string
  /** The files that it names, and their hashes. */
  attachments: ReadonlyMap<string, string>
}

export interface Recomputed {
  check: Check
  /** By item; empty where nothing was reckoned. */
  items: Map<string, StatedItem>
}

interface EngineScore {
  score: { items: { id: string; verdict: Verdict; points: number; max: number }[] }
  same: boolean
  difference?: string
}

/** As many documents as stay open: a supervisor goes back and forth between few. */
const kKept = 8
const open = new Map<string, number>()

export async function recompute(document: Document, body: Record<string, unknown>, fetch: (sha256: string) => Promise<Bytes>, load: () => Promise<Engine> = loadEngine): Promise<Recomputed> {
  if (!hasEngine) return nothing(unknown('score', 'score.no_engine'))
  try {
    const engine = await load()
    const checklist = open.get(document.sha256) ?? (await opened(engine, document, fetch))
    const answer = engine.ask<EngineScore>({ do: 'recompute', checklist, body })
    const items = new Map(answer.score.items.map(({ id, verdict, points, max }) => [id, { verdict, points, max }]))
    return { check: answer.same ? ok('score', 'score.ok', { items: items.size }) : bad('score', 'score.bad', { detail: answer.difference ?? '' }), items }
  } catch (e) {
    // What the engine refuses was refused by the server too: then nothing of it should stand here.
    return nothing(e instanceof EngineError ? bad('score', 'score.refused', { detail: e.message }) : unknown('score', 'score.failed', { detail: asProblem(e).detail }))
  }
}

const nothing = (check: Check): Recomputed => ({ check, items: new Map() })

/** Lists of choices are fetched and held to their hashes; the engine finds them by these. */
async function opened(engine: Engine, document: Document, fetch: (sha256: string) => Promise<Bytes>): Promise<number> {
  for (const [name, hash] of document.attachments) {
    if (!/\.(csv|xml|geojson)$/.test(name)) continue
    const bytes = await fetch(hash)
    if ((await sha256Hex(bytes)) !== hash) throw new EngineError('bad_file', `${name} is not the file that the checklist names`)
    engine.ask({ do: 'attach' }, bytes)
  }
  const { checklist, problems } = engine.ask<{ checklist?: number; problems: { text: string }[] }>({ do: 'open', document: document.text, lists: true })
  if (checklist === undefined) throw new EngineError('bad_checklist', problems[0]?.text ?? '')
  const oldest = open.keys().next().value
  if (open.size >= kKept && oldest !== undefined) {
    engine.ask({ do: 'close', checklist: open.get(oldest) })
    open.delete(oldest)
  }
  open.set(document.sha256, checklist)
  return checklist
}
