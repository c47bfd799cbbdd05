/**
 * Documents of checklists with the lists, pictures and sounds that they name, held to their hashes and kept, so that a form opens
 * without a network. They are published to everybody: nothing of them is sealed.
 */
import { fromUtf8, type Bytes } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import { EngineError, loadEngine, type Engine } from '../engine/engine'
import type { KeyValue } from '../storage/database'

export interface FileSource {
  file(sha256: string): Promise<Bytes>
}

export interface OpenedChecklist {
  checklist: number
  /** The hash of each attached file, by name. */
  attached: Map<string, string>
}

const docName = (sha256: string) => `document/${sha256}`

export class Documents {
  constructor(
    private readonly store: KeyValue,
    private readonly source: FileSource,
  ) {}

  async bytes(sha256: string): Promise<Bytes> {
    const kept = await this.store.get<Bytes>(docName(sha256))
    if (kept) return kept
    const bytes = await this.source.file(sha256)
    if ((await sha256Hex(bytes)) !== sha256) throw new EngineError('bad_file', `the file ${sha256.slice(0, 8)} is not what its hash says`)
    await this.store.write({ [docName(sha256)]: bytes })
    return bytes
  }

  /** Everything that a form needs is here afterwards. */
  async fetch(sha256: string): Promise<void> {
    for (const hash of attachedIn(await this.bytes(sha256)).values()) await this.bytes(hash)
  }

  async isHere(sha256: string): Promise<boolean> {
    const document = await this.store.get<Bytes>(docName(sha256))
    if (!document) return false
    for (const hash of attachedIn(document).values()) if (!(await this.store.get(docName(hash)))) return false
    return true
  }

  async open(sha256: string, engine?: Engine): Promise<OpenedChecklist> {
    const document = await this.bytes(sha256)
    const attached = attachedIn(document)
    const on = engine ?? (await loadEngine())
    for (const [name, hash] of attached) if (/\.(csv|xml|geojson)$/.test(name)) on.ask({ do: 'attach' }, await this.bytes(hash))
    const opened = on.ask<{ checklist?: number; problems: { text: string }[] }>({ do: 'open', document: fromUtf8(document), ...(attached.size > 0 && { lists: true }) })
    if (opened.checklist === undefined) throw new EngineError('bad_checklist', opened.problems[0]?.text ?? '')
    return { checklist: opened.checklist, attached }
  }
}

function attachedIn(document: Bytes): Map<string, string> {
  try {
    return new Map(Object.entries((JSON.parse(fromUtf8(document)) as { attachments?: Record<string, string> }).attachments ?? {}))
  } catch {
    return new Map()
  }
}
