/** What was drawn with a finger, a pen or a mouse, and the image that a record names: black on white, as the tablet's. */
import type { Bytes } from '../base/bytes'

export type Stroke = { x: number; y: number }[]

/** The pad's own units; the image has one and a half pixels for each. */
export const kPad = { width: 600, height: 200 }
const kPen = 3
const kScale = 1.5

/** A smooth line through the points: each is the control of a curve between the middles beside it. */
export function pathOf(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  const at = (p: { x: number; y: number }) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`
  // A dot is a line of no length, which a round pen makes visible.
  if (rest.length === 0) return `M${at(first)}L${at(first)}`
  const curves = rest.slice(0, -1).map((p, i) => `Q${at(p)} ${at({ x: (p.x + rest[i + 1]!.x) / 2, y: (p.y + rest[i + 1]!.y) / 2 })}`)
  return `M${at(first)}${curves.join('')}L${at(rest.at(-1)!)}`
}

/** PNG. Throws where the browser gives no image. */
export async function signaturePng(strokes: Stroke[]): Promise<Bytes> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: kPad.width * kScale, height: kPad.height * kScale })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no images')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(kScale, kScale)
  Object.assign(pen, { strokeStyle: '#000', lineWidth: kPen, lineCap: 'round', lineJoin: 'round' })
  for (const stroke of strokes) pen.stroke(new Path2D(pathOf(stroke)))
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('this browser makes no PNG')
  return new Uint8Array(await blob.arrayBuffer())
}
