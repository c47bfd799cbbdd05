/**
 * One checklist being filled in this browser: the engine's session, and what it shows, as the tablet would show it. Every
 * change goes to the engine and the whole view comes back; a checklist of 500 items is a matter of milliseconds.
 */
import { shallowRef, type ShallowRef } from 'vue'
import type { LocalText, Verdict } from '../checklist/document'
import { instant } from '../line/clock'
import { EngineError, type Engine } from '../engine/engine'

/** Names of the checklist's own files by what they are (image, audio, video), in each language. */
export type Media = Record<string, LocalText>

export interface FormRow {
  key: string
  kind: 'question' | 'group' | 'repeat' | 'instance'
  depth: number
  type?: string
  label?: LocalText
  hint?: LocalText
  unit?: LocalText
  limits?: LocalText
  value?: string
  required?: boolean
  readOnly?: boolean
  /** Why what was entered cannot be. */
  problem?: LocalText
  within?: boolean
  choices?: { name: string; label: LocalText; media?: Media }[]
  media?: Media
  multiline?: boolean
  instance?: number
  instances?: number
  counted?: boolean
}

export interface FormItem {
  id: string
  no: string
  text: LocalText
  guidance?: LocalText
  verdict: Verdict
  points: number
  max: number
  explanation: LocalText
  key: boolean
  veto: boolean
  naForbidden: boolean
  naReason?: string
  note?: string
  photos: number
  photosNeeded: number
  missing: number
  rows: FormRow[]
}

export interface FormSection {
  id: string
  title: LocalText
  depth: number
  answered: number
  total: number
  points: number
  max: number
  items: FormItem[]
}

export interface FormView {
  title: LocalText
  languages: string[]
  sections: FormSection[]
  totals: { answered: number; total: number; missing: number; failed: number; points: number; max: number; complete: boolean; grade: string; gradeLabel: LocalText; explanation: LocalText; vetoes: string[]; blocked: string[] }
  missing: { item: string; question: string; what: string; text: LocalText }[]
  answers: Record<string, unknown>
  toSign: Record<string, unknown>
  canUndo: boolean
  canRedo: boolean
}

export type Change = Record<string, string | number | boolean>

export class FormSession {
  readonly view: ShallowRef<FormView>
  /** What the engine did not take, in its own words; empty once something was taken. */
  readonly refused = shallowRef('')
  private session: number

  constructor(
    private readonly engine: Engine,
    private readonly checklist: number,
    answers?: Record<string, unknown>,
    photos?: Record<string, number>,
  ) {
    this.session = this.begun(answers, photos)
    this.view = shallowRef(this.shown())
  }

  /** With other answers; what was undone before is forgotten. */
  restart(answers: Record<string, unknown>, photos: Record<string, number>): void {
    this.close()
    this.session = this.begun(answers, photos)
    this.view.value = this.shown()
  }

  private begun(answers?: Record<string, unknown>, photos?: Record<string, number>): number {
    return this.engine.ask<{ session: number }>({ do: 'begin', checklist: this.checklist, now: instant(new Date()), ...(answers && { answers }), ...(photos && { photos }) }).session
  }

  change(change: Change): void {
    try {
      this.engine.ask({ do: 'change', session: this.session, ...change })
      this.refused.value = ''
    } catch (e) {
      if (!(e instanceof EngineError)) throw e
      this.refused.value = e.message
    }
    this.view.value = this.shown()
  }

  close(): void {
    this.engine.ask({ do: 'close', session: this.session })
  }

  private shown(): FormView {
    return this.engine.ask<FormView>({ do: 'view', session: this.session })
  }
}
