/**
 * The files of the record that is open. Each is fetched whole, hashed here, and shown only when its SHA-256 is the one
 * that the signed line names. Three at a time; leaving the record stops what is under way and frees the pictures.
 */
import { reactive, toRaw } from 'vue'
import { sha256Hex } from '../crypto/sha256'
import type { Bytes } from '../base/bytes'
import type { RecordFile } from '../line/line'
import { photoPlace, type PhotoPlace } from './photo_place'
import { kMarksType, marksOver, readMarks, type Mark, type MarkLayer } from './marks'
import { asProblem } from '../api/problem'
import { services } from '../people/session'

export type FileState = 'waiting' | 'loading' | 'ok' | 'bad' | 'missing' | 'failed' | 'disposed'

export interface ShownFile {
  file: RecordFile
  state: FileState
  /** A blob: address of the verified bytes; null until then. */
  url: string | null
  detail: string
  /** Where the camera says that it was taken; known once the bytes were verified. */
  place: PhotoPlace | null
  /** Of a layer of marks that can be read. */
  layer: MarkLayer | null
}

const kAtOnce = 3
const kImages = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/** `all`: as the lines name them; one content may be named by several, each with marks of its own. */
export const files = reactive({ byHash: new Map<string, ShownFile>(), all: [] as RecordFile[] })
/** All that the line of a file names. */
const besideOf = new WeakMap<RecordFile, readonly RecordFile[]>()

let stop = new AbortController()

export function isPicture(file: RecordFile): boolean {
  return kImages.includes(file.type)
}

/** What a browser shows of an evidence file: itself, or the picture that its line names for it. */
function pictureOf(file: RecordFile, beside: readonly RecordFile[]): ShownFile | undefined {
  if (isPicture(file)) return files.byHash.get(file.sha256)
  const shown = beside.find((f) => f.role === 'shown' && f.of === file.sha256 && f.item === file.item && isPicture(f))
  return shown && files.byHash.get(shown.sha256)
}

/** What may be seen of a file now. */
export interface Look {
  /** `unmarked`: it is here, and the marks over it cannot be read. */
  state: FileState | 'unmarked'
  /** Of the picture; null of what is no picture, and while it may not be seen. */
  picture: string | null
  marks: Mark[] | null
}

/**
 * A photo is never shown without the marks that its line lays over it: they may hide a face. Until both are here and are as
 * signed there is no picture.
 */
export function lookAt(given: RecordFile): Look {
  const file = toRaw(given)
  const state = files.byHash.get(file.sha256)?.state ?? 'waiting'
  const beside = besideOf.get(file)
  const hidden = (why: Look['state']): Look => ({ state: why, picture: null, marks: null })
  if (state !== 'ok') return hidden(state)
  if (!beside) return hidden('waiting')
  const layer = marksOver(beside, file)
  const shown = pictureOf(file, beside)
  const picture = shown?.state === 'ok' ? shown.url : null
  if (!layer) return { state, picture, marks: null }
  const over = files.byHash.get(layer.sha256)
  if (over?.state === 'ok' && over.layer?.of === file.sha256 && picture) return { state, picture, marks: over.layer.marks }
  return hidden(!over || over.state === 'waiting' || over.state === 'loading' || over.state === 'missing' || over.state === 'failed' || over.state === 'disposed' ? (over?.state ?? 'waiting') : 'unmarked')
}

export function closeFiles(): void {
  stop.abort()
  stop = new AbortController()
  for (const f of files.byHash.values()) if (f.url) URL.revokeObjectURL(f.url)
  files.byHash.clear()
  files.all = []
}

/** Of lines that are believed: what is wanted of each, and all that it names, by which it is known what lies over what. */
export async function openFiles(lines: { named: readonly RecordFile[]; wanted: RecordFile[] }[]): Promise<void> {
  const signal = stop.signal
  const list = lines.flatMap((line) => line.wanted)
  for (const { named, wanted } of lines) for (const file of wanted) besideOf.set(file, named)
  files.all = list
  for (const file of list) if (!files.byHash.has(file.sha256)) files.byHash.set(file.sha256, { file, state: 'waiting', url: null, detail: '', place: null, layer: null })
  const turn = [...files.byHash.values()].filter((f) => f.state === 'waiting').map((f) => f.file)
  const worker = async () => {
    for (let f = turn.shift(); f && !signal.aborted; f = turn.shift()) await load(f, signal)
  }
  await Promise.all(Array.from({ length: kAtOnce }, worker))
}

/** With the marks over it. */
export async function retryFile(given: RecordFile): Promise<void> {
  const file = toRaw(given)
  const layer = marksOver(besideOf.get(file) ?? [], file)
  for (const part of [file, layer]) {
    const shown = part && files.byHash.get(part.sha256)
    if (shown && (shown.state === 'failed' || shown.state === 'missing')) await load(shown.file, stop.signal)
  }
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
      shown.layer = readMarks(new TextDecoder().decode(bytes))
    }
    if (good) shown.url = URL.createObjectURL(new Blob([bytes as Bytes], { type: isPicture(file) || /^(audio|video)\//.test(file.type) ? file.type : 'application/octet-stream' }))
  } catch (e) {
    if (signal.aborted) return
    const p = asProblem(e)
    shown.state = p.code === 'file_disposed' ? 'disposed' : p.status === 404 ? 'missing' : 'failed'
    shown.detail = p.detail
  }
}
