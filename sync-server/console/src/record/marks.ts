/**
 * Marks over a photo (shared/picture/MARKS.md): the strict reader of the layer, by the same rules as the tablet's, and which
 * layer lies over which photo.
 */

import type { RecordFile } from '../line/line'

export const kMarkGrid = 10_000
export const kMarksType = 'application/vnd.plumb.marks+json'

export type MarkKind = 'arrow' | 'ellipse' | 'line' | 'text' | 'mosaic'
export type MarkColor = 'red' | 'yellow' | 'blue'

export interface MarkLayer {
  /** Hash of the original. */
  of: string
  marks: Mark[]
}

export interface Mark {
  kind: MarkKind
  color: MarkColor
  /** Ten-thousandths of the picture's width and height. */
  points: [number, number][]
  text: string
}

const kKinds = ['arrow', 'ellipse', 'line', 'text', 'mosaic']
const kColors = ['red', 'yellow', 'blue']
const kMostBytes = 256 * 1024

function isPoint(v: unknown): v is [number, number] {
  return Array.isArray(v) && v.length === 2 && v.every((n) => Number.isInteger(n) && (n as number) >= 0 && (n as number) <= kMarkGrid)
}

function markOf(v: unknown): Mark | null {
  if (typeof v !== 'object' || v === null || Array.isArray(v)) return null
  const o = v as Record<string, unknown>
  const color = o.color ?? 'red'
  const text = typeof o.text === 'string' ? o.text : ''
  if (!kKinds.includes(o.kind as string) || !kColors.includes(color as string)) return null
  if (!Array.isArray(o.points) || o.points.length > 500 || !o.points.every(isPoint)) return null
  const mark: Mark = { kind: o.kind as MarkKind, color: o.kind === 'mosaic' ? 'red' : (color as MarkColor), points: o.points, text }
  // eslint-disable-next-line no-control-regex
  if (new TextEncoder().encode(text).length > 240 || /[\u0000-\u001f\u007f]/.test(text)) return null
  if ((mark.kind === 'text') !== (text !== '')) return null
  const [a, b] = mark.points
  switch (mark.kind) {
    case 'text':
      return mark.points.length === 1 ? mark : null
    case 'line':
      return mark.points.length >= 2 ? mark : null
    case 'arrow':
      return mark.points.length === 2 && (a![0] !== b![0] || a![1] !== b![1]) ? mark : null
    default:
      return mark.points.length === 2 && a![0] < b![0] && a![1] < b![1] ? mark : null
  }
}

/** Null where it is no layer: what shows less than was drawn would say something else. */
export function readMarks(text: string): MarkLayer | null {
  if (text.length > kMostBytes) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const o = value as Record<string, unknown>
  if (o.v !== 1 || typeof o.of !== 'string' || !/^[0-9a-f]{64}$/.test(o.of)) return null
  if (!Array.isArray(o.marks) || o.marks.length > 100) return null
  const marks = o.marks.map(markOf)
  return marks.some((m) => m === null) ? null : { of: o.of, marks: marks as Mark[] }
}

/** A layer as it is kept and signed; '' where a reader would refuse it. */
export function writeMarks(of: string, marks: readonly Mark[]): string {
  const said = marks.map(({ kind, color, points, text }) => ({ kind, ...(kind !== 'mosaic' && { color }), points, ...(kind === 'text' && { text }) }))
  const layer = JSON.stringify({ v: 1, of, marks: said })
  return readMarks(layer) ? layer : ''
}

/** Of what one line names: the first layer of the same item that belongs to the photo (shared/records/evidence/marks_over.h). */
export function marksOver(files: readonly RecordFile[], photo: RecordFile): RecordFile | null {
  return files.find((f) => f.role === 'marks' && f.of === photo.sha256 && (f.item ?? '') === (photo.item ?? '')) ?? null
}
