/**
 * What is being typed on a form and was not signed yet: kept sealed in this browser at each change, so that a closed tab, an
 * ended session or a refused line loses none of it. Who opens the form again finds it, and may begin anew.
 *
 * When a line is signed its text goes with it into the outbox (Outbox.typed): it is forgotten once the log has the line, and lies
 * here again when the server refuses it.
 */
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { utf8 } from '../base/bytes'
import type { KeyValue } from '../storage/database'
import { kTyped, type KeptTyping, type SealedTyping } from '../storage/kept'
import type { Seal } from '../storage/sealed'
import { services } from './session'

interface Keeper {
  store: KeyValue
  seal: Seal
}

/** One form's text: at most one write is on its way, and the newest text is written when that ends. */
class Keeping {
  private latest: string | null = null
  private running: Promise<void> | null = null

  constructor(
    private readonly name: string,
    private readonly keeper: Keeper,
  ) {}

  async load(): Promise<string | null> {
    const kept = await this.keeper.store.get<SealedTyping>(this.name)
    // What cannot be opened was sealed by a key that is gone: it is not there any more.
    return kept ? this.keeper.seal.unseal(this.name, kept).then((bytes) => new TextDecoder().decode(bytes), () => null) : null
  }

  /** null: there is nothing to keep. */
  save(text: string | null): void {
    this.latest = text
    this.running ??= this.write().finally(() => (this.running = null))
  }

  settled(): Promise<void> {
    return this.running ?? Promise.resolve()
  }

  private async write(): Promise<void> {
    let written: string | null | undefined
    while (written !== this.latest) {
      written = this.latest
      const sealed = written === null ? undefined : { ...(await this.keeper.seal.seal(this.name, utf8(written))), at: Date.now() }
      // A browser that stores nothing loses it with the page, as before.
      await this.keeper.store.write({ [this.name]: sealed }).catch(() => undefined)
    }
  }

  /** For the line that is about to be signed. */
  async handOver(): Promise<KeptTyping | undefined> {
    await this.settled()
    const sealed = await this.keeper.store.get<SealedTyping>(this.name)
    return sealed && { name: this.name, sealed }
  }
}

export interface Typing<T = never> {
  /** What stands in the form was typed before. */
  resumed: Ref<boolean>
  /** What was typed about the same thing before takes the place of how the form begins: as it stands, or `empty`. Keeps from then on. */
  begin(about: string, empty?: T): Promise<void>
  /** As the form began. */
  anew(): void
  /** The form is closed, and what was typed stays. */
  end(): void
  /** For the line that is signed; nothing that is typed from now on belongs to it. */
  signing(): Promise<KeptTyping | undefined>
  /** The line of `signing` was not signed, or not taken: what stands in the form is kept as before. */
  again(): void
  /** What was typed has been sent by other ways. */
  forget(): void
}

/** `form`: a name of its own among forms; `read`: what is kept of it, as JSON holds it, null while the form is closed. */
export function useTyping<T extends object>(form: string, read: () => T | null, write: (kept: T) => void, keeper: () => Keeper = services): Typing<T> {
  const resumed = ref(false)
  let keeping: Keeping | null = null
  /** Of a form that closed itself before its line was signed. */
  let ended: Keeping | null = null
  /** What is loaded for a form that began anew, was closed or signed meanwhile is not its own any more. */
  let turn = 0
  let signed: { keeping: Keeping; turn: number } | null = null
  let fresh = ''
  let kept = ''
  const text = () => {
    const now = read()
    return now === null ? null : JSON.stringify(now)
  }
  const keep = () => {
    const now = text()
    if (keeping && now !== null && now !== kept) keeping.save((kept = now) === fresh ? null : now)
  }
  const stop = watch(text, keep)
  onScopeDispose(() => {
    stop()
    ++turn
  }, true)

  return {
    resumed,
    async begin(about, empty) {
      const mine = ++turn
      keeping = ended = null
      resumed.value = false
      fresh = empty ? JSON.stringify(empty) : (text() ?? '{}')
      const next = new Keeping(`${kTyped}${form}/${about}`, keeper())
      const before = await next.load().catch(() => null)
      if (mine !== turn) return
      keeping = next
      kept = before ?? fresh
      if (before === null || before === fresh) return keep()
      // An older build's form may lack what this one asks.
      write({ ...(JSON.parse(fresh) as T), ...(JSON.parse(before) as T) })
      resumed.value = true
    },
    anew() {
      write(JSON.parse(fresh) as T)
      resumed.value = false
      keep()
    },
    end() {
      ++turn
      keep()
      ended = keeping ?? ended
      keeping = null
    },
    signing() {
      ++turn
      keep()
      const own = keeping ?? ended
      keeping = ended = null
      signed = own && { keeping: own, turn }
      return own ? own.handOver() : Promise.resolve(undefined)
    },
    again() {
      if (signed?.turn !== turn) return
      keeping = signed.keeping
      kept = ''
      keep()
    },
    forget() {
      ++turn
      ;(keeping ?? ended)?.save(null)
      keeping = ended = null
    },
  }
}
