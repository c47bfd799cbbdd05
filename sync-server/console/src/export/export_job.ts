/**
 * A list taken away as a file: what is asked, how far it came, and the file in the end. The bytes go from the network into
 * the browser's own store of blobs, which keeps what is large on the disk; none of them stays in the page's memory.
 */
import { reactive } from 'vue'
import type { Api } from '../api/client'
import { asProblem, Problem } from '../api/problem'
import type { ExportCounts } from '../api/types'
import type { Said } from '../i18n/said'

export type ListName = 'inspections' | 'sites' | 'assessments' | 'reviews' | 'findings' | 'checks' | 'tasks' | 'plans' | 'publications' | 'complaints' | 'feedback' | 'rounds' | 'ratings'
export type Format = 'csv' | 'xlsx' | 'geojson'
export const kFormats: Format[] = ['csv', 'xlsx', 'geojson']

export interface Choice {
  format: Format
  zone: string
  answers: boolean
  /** SHA-256 of the one checklist whose answers a file of one table holds. */
  checklist: string
}

/** Those that this browser knows, and UTC; the browser's own stands in `ownZone`. */
export function zones(): string[] {
  const known = Intl.supportedValuesOf?.('timeZone') ?? []
  return [...new Set([ownZone(), ...known, 'UTC'])].sort()
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

const kMayBeEmpty = ['programme', 'grade']
/** The query of the call; filters without a value are left out. Of what waits for a review "" is a programme and a grade, too. */
export function queryOf(filters: Record<string, string>, choice?: Choice, language?: string): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([name, value]) => value !== '' || ('family' in filters && kMayBeEmpty.includes(name))))
  if (language) query.set('lang', language)
  if (choice) query.set('zone', choice.zone)
  if (choice?.answers) {
    query.set('answers', '1')
    if (choice.format !== 'xlsx') query.set('checklist', choice.checklist)
  }
  return query.toString()
}

/** The name in a Content-Disposition header: the one in UTF-8 (RFC 8187), else the plain one. */
export function fileName(disposition: string | null, otherwise: string): string {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  try {
    if (wide) return decodeURIComponent(wide)
  } catch {
    // Then the plain one.
  }
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? otherwise
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser reads it after the click; what it has begun to read it keeps.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export class ExportJob {
  readonly state = reactive({
    counts: null as ExportCounts | null,
    running: false,
    received: 0,
    saved: '',
    said: null as Said | null,
  })
  private abort: AbortController | null = null

  constructor(
    private readonly api: () => Api,
    private readonly list: ListName,
    private readonly keep: (blob: Blob, name: string) => void = save,
  ) {}

  async count(filters: Record<string, string>, language: string): Promise<void> {
    try {
      this.state.counts = await this.api().exportCounts(this.list, queryOf(filters, undefined, language))
    } catch (e) {
      this.fail(e)
    }
  }

  async run(filters: Record<string, string>, choice: Choice, language: string): Promise<void> {
    if (this.state.running) return
    const abort = (this.abort = new AbortController())
    Object.assign(this.state, { running: true, received: 0, saved: '', said: null })
    try {
      const name = `${this.list}.${choice.format}`
      const response = await this.api().exported(name, queryOf(filters, choice, language), abort.signal)
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, to) => {
          this.state.received += piece.byteLength
          to.enqueue(piece)
        },
      })
      const body = response.body!.pipeThrough(counted)
      // What breaks from here on is the connection: the server ends without the last chunk where it cannot go on.
      const blob = await new Response(body, { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } }).blob().catch((e) => {
        throw abort.signal.aborted ? e : new Problem(0, 'export_cut', String(e))
      })
      const called = fileName(response.headers.get('Content-Disposition'), name)
      this.keep(blob, called)
      this.state.saved = called
    } catch (e) {
      if (!abort.signal.aborted) this.fail(e)
    } finally {
      if (this.abort === abort) this.abort = null
      this.state.running = false
    }
  }

  cancel(): void {
    this.abort?.abort()
  }

  private fail(e: unknown): void {
    const problem = asProblem(e)
    this.state.said = { key: `problem.${problem.code}`, detail: problem.detail }
  }
}
