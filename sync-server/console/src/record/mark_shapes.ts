/**
 * How marks are drawn over a picture of a given size, by the rules of shared/picture/mark_shapes.h: what the tablet and
 * the papers draw, point for point (tests/unit/picture/cases/mark_shapes.json).
 */
import { kMarkGrid, type Mark, type MarkColor } from './marks'

export type Spot = [number, number]

export interface MarkShape {
  kind: 'stroke' | 'label' | 'mosaic'
  color: MarkColor
  lines: Spot[][]
  casing: number
  ink: number
  left: number
  top: number
  width: number
  height: number
  textSize: number
  text: string
  cell: number
}

export const kStrokeColor: Record<MarkColor, string> = { red: '#D63B27', yellow: '#F2B705', blue: '#1F6FD6' }
export const kLabelColor: Record<MarkColor, string> = { red: '#B02A18', yellow: '#7A5200', blue: '#174F99' }

// Parts of the picture's longer side; of the arrow's own length; ems.
const kInk = 0.0094
const kCasing = 0.0174
const kHead = 0.055
const kTextSize = 0.031
const kCell = 0.03
const kHeadAngle = 0.42
const kMostHead = 0.5
const kCorners = 96
const kLatin = 0.58
const kPadX = 0.4
const kPadY = 0.3
const kMostLabel = 0.96

function emsOf(text: string): number {
  let ems = 0
  for (const c of text) ems += c.codePointAt(0)! < 0x80 ? kLatin : 1
  return ems
}

function shapeOf(mark: Mark, width: number, height: number): MarkShape {
  const long = Math.max(width, height)
  const at = (p: [number, number]): Spot => [(p[0] * width) / kMarkGrid, (p[1] * height) / kMarkGrid]
  const out: MarkShape = { kind: 'stroke', color: mark.color, lines: [], casing: 0, ink: 0, left: 0, top: 0, width: 0, height: 0, textSize: 0, text: '', cell: 0 }
  const [a, b] = mark.points.map(at)
  if (mark.kind === 'text') {
    const ems = emsOf(mark.text) + 2 * kPadX
    const textSize = Math.min(kTextSize * long, (kMostLabel * width) / ems)
    const wide = ems * textSize
    const tall = (1.2 + 2 * kPadY) * textSize
    const clamp = (v: number, most: number) => Math.min(Math.max(v, 0), Math.max(0, most))
    return { ...out, kind: 'label', text: mark.text, textSize, width: wide, height: tall, left: clamp(a![0] - wide / 2, width - wide), top: clamp(a![1] - tall / 2, height - tall) }
  }
  if (mark.kind === 'mosaic') return { ...out, kind: 'mosaic', left: a![0], top: a![1], width: b![0] - a![0], height: b![1] - a![1], cell: kCell * long }
  out.casing = kCasing * long
  out.ink = kInk * long
  if (mark.kind === 'line') out.lines = [mark.points.map(at)]
  if (mark.kind === 'arrow') {
    const head = Math.min(kHead * long, kMostHead * Math.hypot(b![0] - a![0], b![1] - a![1]))
    const back = Math.atan2(a![1] - b![1], a![0] - b![0])
    const barb = (turn: number): Spot => [b![0] + head * Math.cos(back + turn), b![1] + head * Math.sin(back + turn)]
    out.lines = [[a!, b!], [barb(kHeadAngle), b!, barb(-kHeadAngle)]]
  }
  if (mark.kind === 'ellipse') {
    const line: Spot[] = []
    for (let i = 0; i <= kCorners; ++i) {
      const turn = (2 * Math.PI * (i % kCorners)) / kCorners
      line.push([(a![0] + b![0]) / 2 + ((b![0] - a![0]) / 2) * Math.cos(turn), (a![1] + b![1]) / 2 + ((b![1] - a![1]) / 2) * Math.sin(turn)])
    }
    out.lines = [line]
  }
  return out
}

/** In the order in which they are drawn: mosaics first. */
export function shapesOf(marks: Mark[], width: number, height: number): MarkShape[] {
  const all = marks.map((m) => shapeOf(m, width, height))
  return [...all.filter((s) => s.kind === 'mosaic'), ...all.filter((s) => s.kind !== 'mosaic')]
}
