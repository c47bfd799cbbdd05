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
import type { KeptTyping, Sealed } from '../storage/kept'
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
    const kept = await this.keeper.store.get<Sealed>(this.name)
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
      const sealed = written === null ? undefined : await this.keeper.seal.seal(this.name, utf8(written))
      // A browser that stores nothing loses it with the page, as before.
      await this.keeper.store.write({ [this.name]: sealed }).catch(() => undefined)
    }
  }

  /** For the line that is about to be signed. */
  async handOver(): Promise<KeptTyping | undefined> {
    await this.settled()
    const sealed = await this.keeper.store.get<Sealed>(this.name)
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
  /** For `signAndSend`; nothing that is typed from now on belongs to it. */
  signing(): Promise<KeptTyping | undefined>
  /** What was typed has been sent by other ways. */
  forget(): void
}

/** `form`: a name of its own among forms; `read`: what is kept of it, as JSON holds it, null while the form is closed. */
export function useTyping<T extends object>(form: string, read: () => T | null, write: (kept: T) => void, keeper: () => Keeper = services): Typing<T> {
  const resumed = ref(false)
  let keeping: Keeping | null = null
  /** Of a form that closed itself before its line was signed. */
  let ended: Keeping | null = null
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
  onScopeDispose(watch(text, keep), true)

  return {
    resumed,
    async begin(about, empty) {
      keeping = ended = null
      resumed.value = false
      fresh = empty ? JSON.stringify(empty) : (text() ?? '{}')
      const next = new Keeping(`typed/${form}/${about}`, keeper())
      const before = await next.load().catch(() => null)
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
      keep()
      ended = keeping ?? ended
      keeping = null
    },
    signing() {
      keep()
      const signed = keeping ?? ended
      keeping = ended = null
      return signed ? signed.handOver() : Promise.resolve(undefined)
    },
    forget() {
      ;(keeping ?? ended)?.save(null)
      keeping = ended = null
    },
  }
}
