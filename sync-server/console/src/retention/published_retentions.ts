/** The terms of keeping that the log publishes, in all versions, as this browser believes them. */
import { reactive, shallowRef } from 'vue'
import type { Said } from '../i18n/said'
import type { Checkpoint } from '../log/checkpoint'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import type { TrustBook } from '../trust/chain'
import { ProvedLines, type ProvedLine } from '../verify/proved_lines'
import { tablesOn, type Retention } from './retained'

export interface PublishedRetention extends Retention {
  /** "62": the places that it is for; "": all. */
  region: string
  index: number
  author: string
  at: string
}

export interface RetentionSource {
  retentions(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

export class PublishedRetentions {
  /** In log order. */
  readonly versions: PublishedRetention[] = []
  private readonly lines: ProvedLines

  constructor(source: RetentionSource) {
    this.lines = new ProvedLines('retention.published', (after, size) => source.retentions(after, size), (one) => this.take(one))
  }

  get unbelieved(): number {
    return this.lines.unbelieved
  }

  /** As ProvedLines.refresh. */
  refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    return this.lines.refresh(checkpoint, book)
  }

  private take({ line: { payload }, index, author }: ProvedLine): void {
    this.versions.push({ ...(payload.body as unknown as Retention), region: payload.region ?? '', index, author, at: payload.at })
  }
}

export const retentions = reactive({ loading: false, said: null as Said | null, unbelieved: 0 })
export const retentionVersions = shallowRef<readonly PublishedRetention[]>([])
let held: { of: unknown; all: PublishedRetentions } | null = null

/** Those for a place that hold on a day. */
export const tablesFor = (region: string, day: string) => tablesOn(day, retentionVersions.value.filter((r) => region.startsWith(r.region)))

export async function refreshRetentions(): Promise<void> {
  retentions.loading = true
  retentions.said = null
  try {
    const { api } = services()
    if (held?.of !== api) held = { of: api, all: new PublishedRetentions(api) }
    const trust = await trustNow()
    await held.all.refresh(trust.checkpoint, trust.book)
    retentions.unbelieved = held.all.unbelieved
    retentionVersions.value = [...held.all.versions]
  } catch (e) {
    retentions.said = sayFault(e)
  } finally {
    retentions.loading = false
  }
}
