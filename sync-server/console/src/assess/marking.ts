/** A layer of marks while it is drawn: by a pointer, or by keys that move and stretch the newest. Pure; points as in MARKS.md. */
import { kMarkGrid, type Mark, type MarkColor, type MarkKind } from '../record/marks'

export type Point = [number, number]
const kMostMarks = 100
const kMostPoints = 500
const kNear = 40 // between points of a line drawn by hand
const kLeast = 120 // of a mark that a hand drew on purpose
const kFirst = 1500 // half of what keys begin with

const within = (n: number) => Math.min(kMarkGrid, Math.max(0, Math.round(n)))
export const at = (x: number, y: number): Point => [within(x), within(y)]

/** The corners of what lies between two points, upper left first. */
function corners([a, b]: [Point, Point]): [Point, Point] {
  return [at(Math.min(a[0], b[0]), Math.min(a[1], b[1])), at(Math.max(a[0], b[0]), Math.max(a[1], b[1]))]
}

const span = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** What a stroke from its first to its last point is, or null: too small, or a label without words. */
export function markOf(kind: MarkKind, color: MarkColor, stroke: readonly Point[], text: string): Mark | null {
  const [first, last] = [stroke[0], stroke.at(-1)]
  if (!first || !last) return null
  if (kind === 'text') return text.trim() === '' ? null : { kind, color, points: [last], text: text.trim() }
  if (kind === 'line') return stroke.length < 2 ? null : { kind, color, points: stroke.slice(0, kMostPoints), text: '' }
  if (kind === 'arrow') return span(first, last) < kLeast ? null : { kind, color, points: [first, last], text: '' }
  const [a, b] = corners([first, last])
  return b[0] - a[0] < kLeast || b[1] - a[1] < kLeast ? null : { kind, color: kind === 'mosaic' ? 'red' : color, points: [a, b], text: '' }
}

/** The next point of a stroke; one that hardly moved is none. */
export function stretched(stroke: Point[], kind: MarkKind, point: Point): Point[] {
  const last = stroke.at(-1)
  if (kind !== 'line') return [stroke[0] ?? point, point]
  return last && (span(last, point) < kNear || stroke.length >= kMostPoints) ? stroke : [...stroke, point]
}

/** By keys: in the middle, to be moved from there. */
export function placed(kind: MarkKind, color: MarkColor, text: string): Mark | null {
  const m = kMarkGrid / 2
  const stroke: Point[] = kind === 'text' ? [[m, m]] : [[m - kFirst, m + kFirst], [m + kFirst, m - kFirst]]
  return markOf(kind, color, stroke, text)
}

/** Moved as a whole, and stopped by the edges. */
export function moved(mark: Mark, dx: number, dy: number): Mark {
  const fit = (values: number[], by: number) => Math.max(-Math.min(...values), Math.min(kMarkGrid - Math.max(...values), by))
  const [x, y] = [fit(mark.points.map((p) => p[0]), dx), fit(mark.points.map((p) => p[1]), dy)]
  return { ...mark, points: mark.points.map((p): Point => [p[0] + x, p[1] + y]) }
}

/** Its last point moved: the tip of an arrow, the lower right corner. */
export function resized(mark: Mark, dx: number, dy: number): Mark {
  const points = mark.points.map((p): Point => [p[0], p[1]])
  const last = points.at(-1)!
  points[points.length - 1] = at(last[0] + dx, last[1] + dy)
  return markOf(mark.kind, mark.color, points, mark.text) ?? mark
}

export const added = (marks: readonly Mark[], mark: Mark | null): Mark[] => (mark && marks.length < kMostMarks ? [...marks, mark] : [...marks])
