/**
 * What the log publishes in lines of one type, in all versions, as this browser believes them; asked for again whenever a page
 * that shows it is opened.
 */
import { reactive, shallowRef, type ShallowRef } from 'vue'
import type { Api } from '../api/client'
import type { Said } from '../i18n/said'
import type { Checkpoint } from '../log/checkpoint'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import type { TrustBook } from '../trust/chain'
import { ProvedLines } from './proved_lines'

/** A body, and where it stands in the log. */
export type Published<T> = T & {
  /** "62": the places that it is for; "": all. */
  region: string
  index: number
  /** Who published it, and when by their clock. */
  author: string
  at: string
}

type Ask = (after: number, size: number) => Promise<{ body: string; cursor: number; more: boolean }>

export class PublishedLines<T extends object> {
  /** In log order. */
  readonly versions: Published<T>[] = []
  private readonly lines: ProvedLines

  /** `ask`: as ProvedLines asks. */
  constructor(type: string, ask: Ask) {
    this.lines = new ProvedLines(type, ask, ({ line: { payload }, index, author }) => this.versions.push({ ...(payload.body as unknown as T), region: payload.region ?? '', index, author, at: payload.at }))
  }

  get unbelieved(): number {
    return this.lines.unbelieved
  }

  /** As ProvedLines.refresh. */
  refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    return this.lines.refresh(checkpoint, book)
  }
}

export interface PublishedState {
  loading: boolean
  said: Said | null
  /** Lines that are not believed: they are counted and change nothing. */
  unbelieved: number
}

export interface Kept<T> {
  state: PublishedState
  /** In log order. */
  versions: ShallowRef<readonly Published<T>[]>
  /** Throws nothing: `state.said` says what went wrong, and what was known stays. */
  refresh(): Promise<void>
}

export function keepPublished<T extends object>(type: string, ask: (api: Api) => Ask): Kept<T> {
  const state = reactive<PublishedState>({ loading: false, said: null, unbelieved: 0 })
  const versions = shallowRef<readonly Published<T>[]>([])
  let held: { of: Api; all: PublishedLines<T> } | null = null

  async function refresh(): Promise<void> {
    state.loading = true
    state.said = null
    try {
      const { api } = services()
      if (held?.of !== api) held = { of: api, all: new PublishedLines<T>(type, ask(api)) }
      const { checkpoint, book } = await trustNow()
      await held.all.refresh(checkpoint, book)
      state.unbelieved = held.all.unbelieved
      versions.value = [...held.all.versions]
    } catch (e) {
      state.said = sayFault(e)
    } finally {
      state.loading = false
    }
  }
  return { state, versions, refresh }
}
