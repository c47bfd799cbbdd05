/**
 * The files of the record that is open. Each is fetched whole, hashed here, and shown only when its SHA-256 is the one
 * that the signed line names. Three at a time; leaving the record stops what is under way and frees the pictures.
 */
import { reactive } from 'vue'
import { sha256Hex } from '../crypto/sha256'
import type { Bytes } from '../base/bytes'
import type { RecordFile } from '../line/line'
import { photoPlace, type PhotoPlace } from './photo_place'
import { kMarksType, readMarks, type Mark } from './marks'
import { asProblem } from '../api/problem'
import { services } from '../people/session'

export type FileState = 'waiting' | 'loading' | 'ok' | 'bad' | 'missing' | 'failed'

export interface ShownFile {
  file: RecordFile
  state: FileState
  /** A blob: address of the verified bytes; null until then. */
  url: string | null
  detail: string
  /** Where the camera says that it was taken; known once the bytes were verified. */
  place: PhotoPlace | null
  /** Of a layer of marks that can be read. */
  marks: Mark[] | null
}

const kAtOnce = 3
const kImages = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

export const files = reactive({ byHash: new Map<string, ShownFile>() })

let stop = new AbortController()

export function isPicture(file: RecordFile): boolean {
  return kImages.includes(file.type)
}

/** What a browser shows of an evidence file: itself, or the picture that the record names for it. */
export function pictureOf(file: RecordFile): ShownFile | undefined {
  if (isPicture(file)) return files.byHash.get(file.sha256)
  return besides(file, 'shown').find((f) => isPicture(f.file))
}

/** The marks over a photo: null where there are none. */
export function marksOf(file: RecordFile): Mark[] | null {
  return besides(file, 'marks').find((f) => f.state === 'ok' && f.marks)?.marks ?? null
}

/** Marks that the record names and that are not here, or cannot be read: a photo without them would say less. */
export function marksLacking(file: RecordFile): boolean {
  return besides(file, 'marks').length > 0 && marksOf(file) === null
}

function besides(file: RecordFile, role: string): ShownFile[] {
  return [...files.byHash.values()].filter((f) => f.file.role === role && f.file.of === file.sha256 && f.file.item === file.item)
}

export function closeFiles(): void {
  stop.abort()
  stop = new AbortController()
  for (const f of files.byHash.values()) if (f.url) URL.revokeObjectURL(f.url)
  files.byHash.clear()
}

export async function openFiles(list: RecordFile[]): Promise<void> {
  const signal = stop.signal
  for (const file of list) if (!files.byHash.has(file.sha256)) files.byHash.set(file.sha256, { file, state: 'waiting', url: null, detail: '', place: null, marks: null })
  const turn = [...files.byHash.values()].filter((f) => f.state === 'waiting').map((f) => f.file)
  const worker = async () => {
    for (let f = turn.shift(); f && !signal.aborted; f = turn.shift()) await load(f, signal)
  }
  await Promise.all(Array.from({ length: kAtOnce }, worker))
}

export async function retryFile(hash: string): Promise<void> {
  const shown = files.byHash.get(hash)
  if (shown && (shown.state === 'failed' || shown.state === 'missing')) await load(shown.file, stop.signal)
}

async function load(file: RecordFile, signal: AbortSignal): Promise<void> {
  const shown = files.byHash.get(file.sha256)
  if (!shown) return
  shown.state = 'loading'
  try {
    const bytes = await services().api.file(file.sha256, signal)
    const good = bytes.length === file.size && (await sha256Hex(bytes)) === file.sha256
    if (signal.aborted) return
    shown.state = good ? 'ok' : 'bad'
    if (good && isPicture(file)) shown.place = photoPlace(bytes as Bytes)
    if (good && file.role === 'marks' && file.type === kMarksType) {
      const layer = readMarks(new TextDecoder().decode(bytes))
      shown.marks = layer && layer.of === file.of ? layer.marks : null
    }
    if (good) shown.url = URL.createObjectURL(new Blob([bytes as Bytes], { type: isPicture(file) || /^(audio|video)\//.test(file.type) ? file.type : 'application/octet-stream' }))
  } catch (e) {
    if (signal.aborted) return
    const p = asProblem(e)
    shown.state = p.status === 404 ? 'missing' : 'failed'
    shown.detail = p.detail
  }
}
