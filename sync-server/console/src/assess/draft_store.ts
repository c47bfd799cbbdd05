/**
 * Drafts of self-assessments in this browser, sealed. One value a draft, one a file; a write is one transaction, so that a draft
 * never names a file that is not there. A full disk refuses the write, and what stood before stands.
 */
import { fromUtf8, utf8, type Bytes } from '../base/bytes'
import type { KeyValue } from '../storage/database'
import { kDrafts, type Sealed } from '../storage/kept'
import { SealBroken, type Seal } from '../storage/sealed'
import type { ChecklistRef } from './rounds_here'
import type { TrailEntry } from './trail'

export interface DraftFile {
  sha256: string
  size: number
  type: string
  /** 'evidence': a photo; 'marks': what was drawn over one; 'document': anything else that belongs to an item; 'answer': what a question asks for. */
  role: string
  item: string
  /** Of marks: the hash of their photo. */
  of?: string
  /** As the person's own computer calls it; it stays here. */
  name: string
  /** It came with somebody's contribution, and its bytes are not here. */
  elsewhere?: boolean
}

export interface Draft {
  /** To try the checklist by: it takes and gives no contributions, and is of no account to the round. */
  test?: true
  site: string
  region: string
  round: string
  checklist: ChecklistRef
  /** RFC 3339. */
  started: string
  /** As the engine's sessions keep them. */
  answers: Record<string, unknown>
  files: DraftFile[]
  /** Absent in drafts of older builds. */
  trail?: TrailEntry[]
  /** What each item held when it was last given or taken in. */
  base: Record<string, unknown>
  factBase?: Record<string, string>
  /** The submission that is amended, and why. */
  amends?: string
  reason?: string
  /** Signed, and on its way: the hash of the line. Nothing of it is changed until the server has answered. */
  signed?: { hash: string; type: string; at: string }
  /** What a contribution that is on its way gives: it becomes the base once the server took it. */
  given?: { base: Record<string, unknown>; facts: Record<string, string> }
}

export type DraftKey = Pick<Draft, 'site' | 'round' | 'test'>

const kTest = 'test'

/** A test lies beside what counts, and neither touches the other. */
export const draftName = ({ site, round, test }: DraftKey) => `draft/${site}/${round}${test ? `/${kTest}` : ''}`
/** The way back from a name. */
export function keyOf(name: string): DraftKey {
  const [, site = '', round = '', mode] = name.split('/')
  return { site, round, ...(mode === kTest && { test: true as const }) }
}
export const fileName = (key: DraftKey, sha256: string) => `${draftName(key)}/file/${sha256}`
/** Parts that colleagues gave as files for it (handed.ts). */
export const handedName = (key: DraftKey) => `${draftName(key)}/handed`
/** Under which what became of a signed line of it is kept. */
export const markName = (key: DraftKey) => `${draftName(key)}/outcome`

export class DraftStore {
  constructor(
    private readonly store: KeyValue,
    private readonly seal: Seal,
  ) {}

  /** Throws SealBroken. */
  async read(key: DraftKey): Promise<Draft | null> {
    const name = draftName(key)
    const kept = await this.store.get<Sealed>(name)
    return kept ? (JSON.parse(fromUtf8(await this.seal.unseal(name, kept))) as Draft) : null
  }

  async names(): Promise<string[]> {
    return (await this.store.get<string[]>(kDrafts)) ?? []
  }

  /** The values that put `draft` on disk, for whoever writes more in the same transaction. */
  async changes(draft: Draft): Promise<Record<string, unknown>> {
    const name = draftName(draft)
    const names = await this.names()
    return { [name]: await this.seal.seal(name, utf8(JSON.stringify(draft))), ...(!names.includes(name) && { [kDrafts]: [...names, name] }) }
  }

  async write(draft: Draft): Promise<void> {
    await this.store.write(await this.changes(draft))
  }

  /** A file and the draft that names it, or neither. */
  async writeWithFile(draft: Draft, sha256: string, bytes: Bytes): Promise<void> {
    const name = fileName(draft, sha256)
    await this.store.write({ ...(await this.changes(draft)), [name]: await this.seal.seal(name, bytes) })
  }

  /** Null where it is not here. Throws SealBroken. */
  async file(key: DraftKey, sha256: string): Promise<Bytes | null> {
    const name = fileName(key, sha256)
    const kept = await this.store.get<Sealed>(name)
    return kept ? this.seal.unseal(name, kept) : null
  }

  /** `keep`: files that still wait to be sent. */
  async remove(draft: Draft, keep: ReadonlySet<string> = new Set()): Promise<void> {
    const name = draftName(draft)
    // What was taken out of it again, and what came with colleagues' parts, goes, too.
    const files = [...(await this.store.names(`${name}/file/`)), ...(await this.store.names(handedName(draft)))].filter((f) => !keep.has(f))
    await this.store.write({ [name]: undefined, [markName(draft)]: undefined, [kDrafts]: (await this.names()).filter((n) => n !== name), ...Object.fromEntries(files.map((f) => [f, undefined])) })
  }
}

/** The disk, or what the browser grants of it, is full: nothing of the last write was kept. */
export function isFull(e: unknown): boolean {
  return e instanceof DOMException && e.name === 'QuotaExceededError'
}

export function isBroken(e: unknown): boolean {
  return e instanceof SealBroken
}
