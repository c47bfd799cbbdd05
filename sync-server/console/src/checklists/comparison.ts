/**
 * Two versions of a checklist, compared by the engine (shared/checklist/compare) and grouped as people read them: by the
 * item, or the section, in which something changed.
 */
import { say, type LocalText } from '../checklist/document'
import type { Engine } from '../engine/engine'
import { statusOn } from '../board/standards'
import { textDifference, type TextRun } from '../ui/text_difference'

export interface PlaceStep {
  list: string
  id: string
  label: LocalText | string | null
}

export type Touches = 'rules' | 'basis' | 'words'
export const kTouches: Touches[] = ['rules', 'basis', 'words']

export interface Change {
  kind: 'added' | 'removed' | 'moved' | 'changed'
  touches: Touches
  place: PlaceStep[]
  member: string
  before: unknown
  after: unknown
}

export interface ChangeGroup {
  /** '' for the checklist as a whole. */
  key: string
  step: PlaceStep | null
  changes: Change[]
}

export const compareVersions = (engine: Engine, older: string, newer: string): Change[] => engine.ask<{ changes: Change[] }>({ do: 'compare', older, newer }).changes

/** What stands in an item belongs to the item; what stands in no item to its section; the rest to the whole. */
const kHeads = ['items', 'sections']

const lengthOfHead = (place: PlaceStep[]): number => {
  const last = place.map((s) => s.list)
  return Math.max(...kHeads.map((list) => last.lastIndexOf(list) + 1))
}

export function grouped(changes: Change[], shown: ReadonlySet<Touches>): ChangeGroup[] {
  const out: ChangeGroup[] = []
  for (const change of changes) {
    if (!shown.has(change.touches)) continue
    const head = change.place.slice(0, lengthOfHead(change.place))
    const key = head.map((s) => `${s.list} ${s.id}`).join('/')
    const group = out.find((g) => g.key === key)
    if (group) group.changes.push(change)
    else out.push({ key, step: head.at(-1) ?? null, changes: [change] })
  }
  return out
}

/** Of what stands within its group: a question, a choice, a standard. */
export const within = (change: Change): PlaceStep[] => change.place.slice(lengthOfHead(change.place))

export type Names = (list: string, id: string) => { no: string; label: LocalText | string | null }

/** What sections, items and questions are called, by the document in which they are found first. */
export function namesIn(...documents: string[]): Names {
  const found = new Map<string, ReturnType<Names>>()
  const visit = (value: unknown, list: string): void => {
    if (Array.isArray(value)) return value.forEach((v) => visit(v, list))
    if (typeof value !== 'object' || value === null) return
    const object = value as Record<string, unknown>
    const key = `${list} ${String(object.id)}`
    if (typeof object.id === 'string' && !found.has(key)) found.set(key, { no: typeof object.no === 'string' ? object.no : '', label: (object.title ?? object.text ?? object.label ?? null) as LocalText | string | null })
    for (const [name, inside] of Object.entries(object)) visit(inside, name)
  }
  documents.forEach((text) => visit(JSON.parse(text), ''))
  return (list, id) => found.get(`${list} ${id}`) ?? { no: '', label: null }
}

const isText = (v: unknown): v is LocalText => typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).every((t) => typeof t === 'string')

/** A value of a document as people read it: a text in their language, what has no words as the document writes it. */
export function sayValue(value: unknown, language: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (isText(value)) return say(value, language)
  return JSON.stringify(value)
}

export interface TextChange {
  /** Set where the languages of the page read alike and another one differs. */
  language: string
  runs: TextRun[]
}

/** Told as a whole: character by character "1" and "12" read as one. */
const kCodes = ['version', 'no']

/** What another text says otherwise, in the language of the page where it is there that it differs; null for no texts. */
export function textChange(change: Change, language: string): TextChange | null {
  const { before, after } = change
  const texts = (v: unknown) => typeof v === 'string' || isText(v)
  if (change.kind !== 'changed' || !texts(before) || !texts(after) || change.touches === 'rules' || kCodes.includes(change.member)) return null
  const own = language.slice(0, 2)
  const languages = [own, ...new Set([before, after].flatMap((v) => (isText(v) ? Object.keys(v) : [])))]
  const differs = languages.find((l) => sayValue(before, l) !== sayValue(after, l)) ?? own
  return { language: differs === own ? '' : differs, runs: textDifference(sayValue(before, differs), sayValue(after, differs)) }
}

export interface Superseded {
  ref: string
  clause: string
  status: string
  /** Numbers of the items that cite it. */
  items: string[]
}

/** The standards that a document cites and that are not in force on the day, by the catalogue; unknown ones are left out. */
export function supersededIn(document: string, day: string): Superseded[] {
  const found = new Map<string, Superseded>()
  const visit = (value: unknown, item: string): void => {
    if (Array.isArray(value)) return value.forEach((v) => visit(v, item))
    if (typeof value !== 'object' || value === null) return
    const object = value as Record<string, unknown>
    if (typeof object.ref === 'string') {
      const status = statusOn(object.ref, day)
      const clause = typeof object.clause === 'string' ? object.clause : ''
      if (status === '' || status === 'in_force' || status === 'partly_replaced' || status === 'unknown') return
      const one = found.get(`${object.ref} ${clause}`) ?? { ref: object.ref, clause, status, items: [] }
      if (item !== '' && !one.items.includes(item)) one.items.push(item)
      found.set(`${object.ref} ${clause}`, one)
      return
    }
    for (const [name, inside] of Object.entries(object)) {
      if (name !== 'items' || !Array.isArray(inside)) visit(inside, item)
      else for (const one of inside as Record<string, unknown>[]) visit(one, String(one.no ?? one.id ?? ''))
    }
  }
  visit(JSON.parse(document), '')
  return [...found.values()]
}
