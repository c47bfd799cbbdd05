/**
 * One paper, made by the server of the lines that this browser verified: fetched, hashed here, and kept as a blob for as
 * long as it is shown. A browser cannot read what a PDF says: its SHA-256 is what is compared.
 */
import { reactive } from 'vue'
import type { Api } from '../api/client'
import { asProblem } from '../api/problem'
import type { Bytes } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import { fileName } from '../export/export_job'
import type { Said } from '../i18n/said'

export type PaperLanguage = 'zh' | 'en'

/** The papers that there are of a record (shared/document/papers/record_papers.h), bound ones first. */
export const kPapersOf: Record<'inspection' | 'order' | 'delivered' | 'reported' | 'verified' | 'rejected' | 'archived' | 'approved' | 'refused' | 'task' | 'drawn' | 'published', string[]> = {
  inspection: ['all', 'inspection_record', 'score_sheet', 'evidence_sheet'],
  order: ['all', 'rectification_order', 'delivery_proof'],
  delivered: ['delivery_proof'],
  reported: ['rectification_report'],
  verified: ['recheck_opinion'],
  rejected: ['recheck_opinion'],
  archived: ['archive_index'],
  approved: ['all', 'check_approval', 'check_notice'],
  refused: ['check_approval'],
  task: ['task_letter'],
  drawn: ['draw_result'],
  published: ['publication_table'],
}

export interface MadePaper {
  url: string
  name: string
  bytes: number
  sha256: string
}

export class PaperJob {
  readonly state = reactive({ running: false, made: null as MadePaper | null, said: null as Said | null })
  private abort = new AbortController()

  constructor(
    private readonly api: () => Pick<Api, 'paper'>,
    private readonly record: string,
  ) {}

  /** What was asked before ends. */
  async make(paper: string, language: PaperLanguage): Promise<void> {
    this.drop()
    const abort = (this.abort = new AbortController())
    Object.assign(this.state, { running: true, said: null })
    try {
      const response = await this.api().paper(this.record, paper, language, abort.signal)
      const content = new Uint8Array(await response.arrayBuffer()) as Bytes
      const sha256 = await sha256Hex(content)
      if (abort.signal.aborted) return
      const url = URL.createObjectURL(new Blob([content], { type: 'application/pdf' }))
      this.state.made = { url, name: fileName(response.headers.get('Content-Disposition'), `${paper}.pdf`), bytes: content.length, sha256 }
    } catch (e) {
      if (abort.signal.aborted) return
      const problem = asProblem(e)
      this.state.said = { key: `problem.${problem.code}`, detail: problem.detail }
    } finally {
      if (this.abort === abort) this.state.running = false
    }
  }

  /** Ends what runs, and frees what was made. */
  drop(): void {
    this.abort.abort()
    // A tab that shows it has read it by then.
    const made = this.state.made
    if (made) setTimeout(() => URL.revokeObjectURL(made.url), 60_000)
    this.state.made = null
  }
}
