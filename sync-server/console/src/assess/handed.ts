/**
 * Parts that colleagues gave as files, in this browser: sealed beside the draft and merged as if they had come through the log.
 * This browser's author carries them there before anything of its own (the tablet's TabletStore::carry); once the log has a line
 * it is that which counts.
 */
import { fromUtf8, utf8, type Bytes } from '../base/bytes'
import { parseLine } from '../line/line'
import type { KeyValue } from '../storage/database'
import { kCarried, type Carried, type Sealed } from '../storage/kept'
import type { Seal } from '../storage/sealed'
import { fileName, handedName, type DraftKey } from './draft_store'
import type { OwnLine } from './own_feed'
import type { GivenPart } from './part_file'

export interface Handed {
  hash: string
  person: OwnLine['person']
  /** Files of it that lie here, sealed under the draft's names. */
  here: string[]
}

/** A line that was handed over, and why the server did not take it, where it did not. */
export interface HandedLine extends OwnLine {
  refused?: Carried['refused']
}

const lineName = (key: DraftKey, hash: string) => `${handedName(key)}/${hash}`

export class HandedStore {
  constructor(
    private readonly store: KeyValue,
    private readonly seal: Seal,
  ) {}

  /** Throws SealBroken. */
  async read(key: DraftKey): Promise<Handed[]> {
    const name = handedName(key)
    const kept = await this.store.get<Sealed>(name)
    return kept ? (JSON.parse(fromUtf8(await this.seal.unseal(name, kept))) as Handed[]) : []
  }

  /** The line and its files, in one transaction. False where the line was here before. */
  async add(key: DraftKey, { line, person, files }: GivenPart): Promise<boolean> {
    const all = await this.read(key)
    const known = all.find((h) => h.hash === line.hash)
    const here = new Set(known?.here ?? [])
    const changes: Record<string, unknown> = {}
    const put = async (name: string, bytes: Bytes) => void (changes[name] = await this.seal.seal(name, bytes))
    for (const { sha256, bytes } of files) {
      if (!bytes || here.has(sha256)) continue
      here.add(sha256)
      await put(fileName(key, sha256), bytes)
    }
    const one: Handed = { hash: line.hash, person, here: [...here] }
    await put(handedName(key), utf8(JSON.stringify(known ? all.map((h) => (h === known ? one : h)) : [...all, one])))
    if (!known) {
      const name = lineName(key, line.hash)
      await put(name, line.bytes)
      changes[kCarried + line.hash] = { kept: name } satisfies Carried
    }
    await this.store.write(changes)
    return !known
  }

  /** As lines that stand behind all that the log has, as they were signed; what the log has by now is left to it. */
  async lines(key: DraftKey, logged: readonly OwnLine[]): Promise<HandedLine[]> {
    const there = new Set(logged.map((l) => l.line.hash))
    const out: HandedLine[] = []
    for (const { hash, person } of await this.read(key)) {
      const name = lineName(key, hash)
      const kept = there.has(hash) ? undefined : await this.store.get<Sealed>(name)
      if (!kept) continue
      const line = await parseLine(fromUtf8(await this.seal.unseal(name, kept)))
      const refused = (await this.store.get<Carried>(kCarried + hash))?.refused
      out.push({ index: Infinity, line, person, ...(refused && { refused }) })
    }
    return out.sort((a, b) => Date.parse(a.line.payload.at) - Date.parse(b.line.payload.at) || a.line.payload.seq - b.line.payload.seq)
  }
}
