/**
 * This browser as an author. A line is on disk before it is sent, and is sent again with the very same bytes until the
 * server has answered, so a lost answer can neither double a decision nor leave a gap. One line is on its way at most;
 * tabs take turns by a lock, since two lines with one number would be a fork.
 */
import { fromBase64, fromUtf8, utf8, type Bytes } from '../base/bytes'
import { Problem } from '../api/problem'
import type { ChainAnswer, PushAnswer } from '../api/types'
import { leafHash, verifyInclusion } from '../log/merkle'
import { LogFault, type LogWatch } from '../log/watch'
import { kCarried, kChain, kFiles, kOutbox, type Carried, type Chain, type KeptTyping, type Outbox, type Outcome, type WaitingFile } from '../storage/kept'
import type { KeyValue } from '../storage/database'
import { composeLine, type Draft, type LineSigner } from '../line/compose'
import { parseLine } from '../line/line'
import { sha256Hex } from '../crypto/sha256'
import { SealBroken } from '../storage/sealed'

export interface AuthorSource {
  push(line: string, have: number): Promise<PushAnswer>
  chain(): Promise<ChainAnswer>
  upload(sha256: string, type: string, bytes: Bytes): Promise<void>
}

export type Delivery =
  | { status: 'nothing' }
  | { status: 'accepted'; index: number; proved: boolean; notes: string[]; of: string }
  | { status: 'refused'; code: string; detail: string; of: string }

export class AuthorFault extends Error {
  constructor(readonly code: 'line_waiting' | 'own_fork') {
    super(code)
  }
}

export class Author {
  constructor(
    private readonly signer: LineSigner,
    private readonly source: AuthorSource,
    private readonly watch: LogWatch,
    private readonly store: KeyValue,
    private readonly clock: () => Date = () => new Date(),
    private readonly unsealed: (name: string) => Promise<Bytes | null> = () => Promise.resolve(null),
  ) {}

  waiting(): Promise<Outbox | undefined> {
    return this.store.get<Outbox>(kOutbox)
  }

  /** What became of the line that was signed with this mark. */
  outcome(mark: string): Promise<Outcome | undefined> {
    return this.store.get<Outcome>(mark)
  }

  /**
   * Signs and stores the line; what becomes of it is kept under `mark`. `along`: what is written in the same transaction, once the
   * line's hash is known; `typed`: the form's text goes with the line. Throws AuthorFault when another is still on its way, or this key has forked. Without a network the line
   * goes on from this browser's own chain.
   */
  sign(draft: Draft, of: string, mark?: string, along: (out: Outbox) => Promise<Record<string, unknown>> = async () => ({}), typed?: KeptTyping): Promise<Outbox> {
    return oneAtATime(async () => {
      if (await this.waiting()) throw new AuthorFault('line_waiting')
      const chain = await this.agreeOnChain()
      const seen = this.watch.seen
      const place = { seq: chain.seq + 1, prev: chain.prev, seen: seen && { size: seen.size, root: seen.root } }
      const line = await composeLine(this.signer, draft, place, this.clock())
      const outbox: Outbox = { line, seq: place.seq, hash: await sha256Hex(utf8(line)), of, type: draft.type, ...(mark && { mark }), ...(typed && { typed }) }
      const files = (draft.files ?? []).flatMap((f): WaitingFile[] => {
        const { sha256, type } = f
        if (!('kept' in f)) return [{ sha256, type, bytes: f.bytes, of: outbox.hash }]
        // What another line brought is not this one's to send.
        return f.kept ? [{ sha256, type, kept: f.kept, ...(f.release && { release: true }), of: outbox.hash }] : []
      })
      await this.store.write({ ...(await along(outbox)), [kOutbox]: outbox, ...(mark && { [mark]: undefined }), ...(typed && { [typed.name]: undefined }), ...(files.length > 0 && { [kFiles]: [...(await this.files()), ...files] }) })
      return outbox
    })
  }

  /** Sends what waits. A Problem leaves the line where it is, for the next try. */
  deliver(): Promise<Delivery> {
    return oneAtATime(async () => {
      await this.pushCarried()
      const out = await this.waiting()
      if (!out) return { status: 'nothing' }
      if (kFilesFirst.has(out.type)) await this.bring((await this.files()).filter((f) => f.of === out.hash))
      const have = this.watch.seen?.size ?? 0
      const answer = await this.source.push(out.line, have)
      const result = answer.results.find((r) => r.hash === out.hash)
      if (!result) throw new Error('the server’s answer does not name the line')
      if (result.status === 'refused') {
        // It never entered the log: its number is free again.
        const outcome = { status: 'refused' as const, code: result.code ?? '', detail: result.detail ?? '' }
        const files = (await this.files()).filter((f) => f.of !== out.hash)
        await this.store.write({ [kOutbox]: undefined, [kFiles]: files, ...markOf(out, outcome), ...(await this.typedAgain(out)) })
        return { ...outcome, of: out.of }
      }
      const chain: Chain = { seq: out.seq, prev: out.hash }
      const index = result.index ?? -1
      await this.store.write({ [kChain]: chain, [kOutbox]: undefined, ...markOf(out, { status: 'accepted', index }) })
      const proved = await this.prove(out, index, answer)
      return { status: 'accepted', index, proved, notes: result.notes ?? [], of: out.of }
    })
  }

  /** Sends what others signed and gave to this browser; true where any of it is in the log now. A Problem leaves the rest for the next try. */
  bringCarried(): Promise<boolean> {
    return oneAtATime(() => this.pushCarried())
  }

  private async pushCarried(): Promise<boolean> {
    const lines: { name: string; carried: Carried; text: string; at: string; seq: number }[] = []
    for (const name of await this.store.names(kCarried)) {
      const carried = await this.store.get<Carried>(name)
      const bytes = carried && (await this.unsealed(carried.kept).catch(broken))
      // One that cannot be opened holds back none of this browser's own.
      if (bytes === 'broken') continue
      // It was taken out again with its draft.
      if (!carried || !bytes) {
        await this.store.write({ [name]: undefined })
        continue
      }
      const text = fromUtf8(bytes)
      const { at, seq } = (await parseLine(text)).payload
      lines.push({ name, carried, text, at, seq })
    }
    // Of one author in the order of her chain.
    lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq)
    let any = false
    for (const { name, carried, text } of lines) {
      const { results } = await this.source.push(text, this.watch.seen?.size ?? 0)
      const result = results.find((r) => kCarried + r.hash === name)
      if (!result) throw new Error('the server’s answer does not name the line')
      if (result.status === 'refused') await this.store.write({ [name]: { ...carried, refused: { code: result.code ?? '', detail: result.detail ?? '' } } })
      else await this.store.write({ [name]: undefined })
      any ||= result.status !== 'refused'
    }
    return any
  }

  /** Sends the files of lines that are in the log; a Problem leaves what is left for the next try. */
  deliverFiles(): Promise<void> {
    return oneAtATime(async () => {
      await this.pushCarried()
      const waits = (await this.waiting())?.hash
      await this.bring((await this.files()).filter((f) => f.of !== waits))
    })
  }

  /** One after another, each forgotten once it is there. One that is gone from here holds back none behind it, and is told at the end. */
  private async bring(files: WaitingFile[]): Promise<void> {
    const gone: string[] = []
    for (const file of files) {
      // Two items may have one file.
      if (!(await this.files()).some((f) => f.sha256 === file.sha256 && f.of === file.of)) continue
      const bytes = file.bytes ?? (await this.unsealed(file.kept ?? ''))
      if (!bytes) {
        gone.push(file.sha256.slice(0, 8))
        continue
      }
      await this.source.upload(file.sha256, file.type, bytes)
      const left = (await this.files()).filter((f) => f.sha256 !== file.sha256 || f.of !== file.of)
      // What lies sealed for this line alone is needed until the last one that names it has brought it.
      const done = file.kept && file.release && !left.some((f) => f.kept === file.kept)
      await this.store.write({ [kFiles]: left, ...(done && { [file.kept!]: undefined }) })
    }
    if (gone.length > 0) throw new Error(`files of signed lines are not in this browser any more: ${gone.join(', ')}`)
  }

  /** What was typed for a refused line lies where its form looks for it, unless something newer does. */
  private async typedAgain({ typed }: Outbox): Promise<Record<string, unknown>> {
    return typed && !(await this.store.get(typed.name)) ? { [typed.name]: typed.sealed } : {}
  }

  private async files(): Promise<WaitingFile[]> {
    return (await this.store.get<WaitingFile[]>(kFiles)) ?? []
  }

  private async prove(out: Outbox, index: number, answer: PushAnswer): Promise<boolean> {
    try {
      const checkpoint = await this.watch.take(answer.checkpoint, answer.consistency)
      const proof = (answer.inclusion?.[String(index)] ?? []).map(fromBase64)
      return await verifyInclusion(index, checkpoint.size, await leafHash(utf8(out.line)), proof, checkpoint.root)
    } catch (e) {
      if (e instanceof LogFault) return false // the watch has raised its alarm
      throw e
    }
  }

  /** Our own chain against the server's: the longer one holds, and one number with two lines stops the signing. */
  private async agreeOnChain(): Promise<Chain> {
    const mine = (await this.store.get<Chain>(kChain)) ?? { seq: 0, prev: '' }
    const theirs = await this.source.chain().catch((e: unknown) => {
      if (e instanceof Problem && e.code === 'offline') return null
      throw e
    })
    if (!theirs) return mine
    if (theirs.size === mine.seq && theirs.prev !== mine.prev) throw new AuthorFault('own_fork')
    return theirs.size > mine.seq ? { seq: theirs.size, prev: theirs.prev } : mine
  }
}

/** Lines that the server judges by their files, and takes once it has them (PROTOCOL.md, file_missing); those of others follow. */
const kFilesFirst = new Set(['checklist.published', 'draw.committed', 'document.issued'])

function broken(e: unknown): 'broken' {
  if (e instanceof SealBroken) return 'broken'
  throw e
}

function markOf(out: Outbox, outcome: Outcome): Record<string, unknown> {
  return out.mark ? { [out.mark]: outcome } : {}
}

let tail: Promise<unknown> = Promise.resolve()

function oneAtATime<T>(run: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && navigator.locks) return navigator.locks.request('plumbline-author', run) as Promise<T>
  const next = tail.then(run)
  tail = next.catch(() => undefined)
  return next
}
