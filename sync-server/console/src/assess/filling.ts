/**
 * One self-assessment being filled in this tab: the engine's session, the draft that keeps it, and the writing of each change.
 * "Saved" is said once it is on disk. Nothing is changed while its line is on its way, or in a tab that does not hold the draft.
 */
import { reactive, shallowRef } from 'vue'
import { utf8, type Bytes } from '../base/bytes'
import { FormSession, type Change, type FormRow } from '../checklists/form_session'
import { sha256Hex } from '../crypto/sha256'
import type { Engine } from '../engine/engine'
import { instant } from '../line/clock'
import type { Line } from '../line/line'
import type { AssessmentRow } from '../folds/assessment'
import { kMarksType, writeMarks, type Mark } from '../record/marks'
import { draftName, fileName, isFull, type Draft, type DraftFile, type DraftStore } from './draft_store'
import { judgeFile, kMostFilesOfItem, type FileFault } from './file_kind'
import { mergeInto, type Divergence, type Keep, type Merge } from './merge'
import { photosOf } from './statement'
import { TrailRun, type Answered } from './trail'

const kTyped = new Set(['text', 'integer', 'decimal', 'barcode', 'range'])

export type Saved = 'saved' | 'saving' | 'full' | 'failed'

export class Filling {
  readonly form: FormSession
  readonly state = reactive({ saved: 'saved' as Saved, detail: '', locked: false, taken: [] as string[] })
  readonly draft = shallowRef<Draft>(null as unknown as Draft)
  readonly divergent = shallowRef<Divergence[]>([])
  /** Files that colleagues' parts brought here. */
  brought: readonly string[] = []
  private readonly run: TrailRun
  private dirty = false
  private running: Promise<void> | null = null

  constructor(
    private readonly engine: Engine,
    readonly checklist: number,
    draft: Draft,
    private readonly drafts: DraftStore,
    private readonly decodes: (bytes: Bytes, type: string) => Promise<boolean | null>,
  ) {
    this.draft.value = draft
    this.form = new FormSession(engine, checklist, draft.answers, photosOf(draft.files))
    this.run = new TrailRun(draft.trail ?? [])
  }

  /** Takes a change where this tab may write. */
  change(one: Change): void {
    if (this.state.locked || this.draft.value.signed) return
    this.form.change(one)
    const { answers } = this.form.view.value
    const trail = this.run.changed(this.draft.value.trail ?? [], this.draft.value.answers as Answered, answers as Answered, this.typed(one))
    this.draft.value = { ...this.draft.value, answers, trail }
    void this.save()
  }

  /** On disk when it returns, or `state.saved` says why not. Changes that come meanwhile go with the next write. */
  save(): Promise<void> {
    this.dirty = true
    this.running ??= this.write().finally(() => (this.running = null))
    return this.running
  }

  private async write(): Promise<void> {
    while (this.dirty && !this.state.locked) {
      this.dirty = false
      this.state.saved = 'saving'
      try {
        await this.drafts.write(this.draft.value)
        this.state.saved = 'saved'
      } catch (e) {
        this.unsaved(e)
        return
      }
    }
  }

  private unsaved(e: unknown): void {
    Object.assign(this.state, { saved: isFull(e) ? 'full' : 'failed', detail: e instanceof Error ? e.message : String(e) })
  }

  /** The file, sealed and named by the draft, or why it is not taken. `question`: the answer that names it, else the item has it. */
  async addFile(item: string, file: { name: string; bytes: Bytes }, question?: string): Promise<FileFault | 'full' | 'failed' | null> {
    if (this.state.locked || this.draft.value.signed) return null
    const found = judgeFile(file.bytes, file.name, null)
    if ('fault' in found) return found.fault
    if (found.role === 'evidence' && judgeDecoded(await this.decodes(file.bytes, found.type), found.type)) return 'no_picture'
    const { files } = this.draft.value
    const sha256 = await sha256Hex(file.bytes)
    if (files.some((f) => f.sha256 === sha256 && f.item === item)) return 'doubled'
    if (files.filter((f) => f.item === item && f.role !== 'marks').length >= kMostFilesOfItem) return 'too_many'
    const role = question && found.role !== 'evidence' ? 'answer' : found.role
    const added: DraftFile = { sha256, size: file.bytes.length, type: found.type, role, item, name: file.name }
    const next = { ...this.draft.value, files: [...files, added] }
    try {
      await this.drafts.writeWithFile(next, sha256, file.bytes)
    } catch (e) {
      return isFull(e) ? 'full' : 'failed'
    }
    // Answers that were given while it was sealed stay.
    this.setFiles([...this.draft.value.files, added])
    this.recount(item)
    if (question) this.change({ set: question, value: [this.valueOf(question), sha256].filter(Boolean).join(' ') })
    else void this.save()
    return null
  }

  removeFile(item: string, sha256: string): void {
    if (this.state.locked || this.draft.value.signed) return
    // What was drawn over a photo goes with it.
    this.setFiles(this.draft.value.files.filter((f) => f.item !== item || (f.sha256 !== sha256 && f.of !== sha256)))
    this.recount(item)
    void this.save()
  }

  /** What is drawn over a photo, in the place of what was; nothing: the photo as it is. False where the browser kept nothing. */
  async mark(item: string, photo: string, marks: readonly Mark[]): Promise<boolean> {
    if (this.state.locked || this.draft.value.signed) return false
    const left = (files: DraftFile[]) => files.filter((f) => f.role !== 'marks' || f.of !== photo || f.item !== item)
    const text = marks.length > 0 ? writeMarks(photo, marks) : ''
    if (text === '') {
      this.setFiles(left(this.draft.value.files))
      await this.save()
      return marks.length === 0
    }
    const bytes = utf8(text)
    const sha256 = await sha256Hex(bytes)
    const layer: DraftFile = { sha256, size: bytes.length, type: kMarksType, role: 'marks', item, of: photo, name: '' }
    try {
      await this.drafts.writeWithFile({ ...this.draft.value, files: [...left(this.draft.value.files), layer] }, sha256, bytes)
    } catch (e) {
      this.unsaved(e)
      return false
    }
    this.setFiles([...left(this.draft.value.files), layer])
    return true
  }

  private setFiles(files: DraftFile[]): void {
    const trail = this.run.photographed(this.draft.value.trail ?? [], photosOf(this.draft.value.files), photosOf(files))
    this.draft.value = { ...this.draft.value, files, trail }
  }

  private recount(item: string): void {
    this.form.change({ files: item, count: photosOf(this.draft.value.files)[item] ?? 0 })
  }

  private rowOf(question: string): FormRow | undefined {
    return this.form.view.value.sections.flatMap((s) => s.items).flatMap((i) => i.rows).find((r) => r.key === question)
  }

  private valueOf(question: string): string {
    return this.rowOf(question)?.value ?? ''
  }

  /** Letter by letter, not by a choice. */
  private typed(one: Change): boolean {
    return 'note' in one || 'fact' in one || ('set' in one && kTyped.has(this.rowOf(String(one.set))?.type ?? ''))
  }

  /** What others contributed comes in; what both changed is listed, and settled by `settled`. */
  merge(row: AssessmentRow | null, lines: Map<string, Line>, after = -1, settled: Record<string, Keep> = {}): Merge {
    const merged = mergeInto(this.engine, this.checklist, this.draft.value, row, lines, after, settled, this.brought)
    this.divergent.value = merged.divergent
    if (this.state.locked || this.draft.value.signed) return merged
    if (JSON.stringify(merged.draft) !== JSON.stringify(this.draft.value)) {
      this.draft.value = merged.draft
      if (merged.taken.length > 0) this.form.restart(merged.draft.answers, photosOf(merged.draft.files))
      this.state.taken = [...new Set([...this.state.taken, ...merged.taken])]
      void this.save()
    }
    return merged
  }

  /** Its line is on its way: written with the line, in one transaction. */
  signed(type: string, given?: Draft['given']): (out: { hash: string }) => Promise<Record<string, unknown>> {
    return async ({ hash }) => {
      const draft = { ...this.draft.value, signed: { hash, type, at: instant(new Date()) }, ...(given && { given }) }
      const changes = await this.drafts.changes(draft)
      this.draft.value = draft
      return changes
    }
  }

  /** After the server answered, or another tab wrote. */
  take(draft: Draft): void {
    this.draft.value = draft
    this.form.restart(draft.answers, photosOf(draft.files))
  }

  nameOf(sha256: string): string {
    return fileName(this.draft.value, sha256)
  }

  get name(): string {
    return draftName(this.draft.value)
  }

  close(): void {
    this.state.locked = true
    this.form.close()
  }
}

/** A browser that has no say about a kind is not asked. */
function judgeDecoded(decodes: boolean | null, type: string): boolean {
  return decodes === false && type !== 'image/heic'
}

export function newDraft(round: { site: string; region: string; round: string; checklist: Draft['checklist']; test?: true }, now: Date): Draft {
  const { site, region, round: id, checklist, test } = round
  return { ...(test && { test }), site, region, round: id, checklist, started: instant(now), answers: { answers: {}, na: {}, notes: {} }, files: [], base: {} }
}
