/**
 * The files of the record that is open. Each is hashed here, and counts as checked only when its SHA-256 is the one that
 * the signed line names. Of a large photo a small picture comes first, which the server made and nobody signed: it is
 * marked as such, and the original is fetched and checked when somebody asks for it. Three at a time; leaving the record
 * stops what is under way and frees the pictures.
 */
import { reactive, toRaw } from 'vue'
import { sha256Hex } from '../crypto/sha256'
import type { Bytes } from '../base/bytes'
import type { RecordFile } from '../line/line'
import { photoPlace, type PhotoPlace } from './photo_place'
import { kMarksType, marksOver, readMarks, type Mark, type MarkLayer } from './marks'
import { asProblem } from '../api/problem'
import { services } from '../people/session'

/** `small`: a small picture by the server's word is here, the original was not fetched. */
export type FileState = 'waiting' | 'loading' | 'small' | 'ok' | 'bad' | 'missing' | 'failed' | 'disposed'

export interface ShownFile {
  file: RecordFile
  state: FileState
  /** A blob: address of the verified bytes; null until then. */
  url: string | null
  /** blob: addresses of the server's small picture, and of one that fills a screen. */
  small: string | null
  screen: string | null
  /** The original is on its way, or waits for its turn, and the small picture stays meanwhile. */
  fetching: boolean
  detail: string
  /** Where the camera says that it was taken; known once the bytes were verified. */
  place: PhotoPlace | null
  /** Of a layer of marks that can be read. */
  layer: MarkLayer | null
}

const kAtOnce = 3
/** A photo up to this size comes whole at once. */
export const kWholeAtOnce = 768 * 1024
/** Of what the server makes small pictures. */
const kMadeSmaller = ['image/jpeg', 'image/png', 'image/webp']
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
function pictureFile(file: RecordFile, beside: readonly RecordFile[]): RecordFile | undefined {
  if (isPicture(file)) return file
  return beside.find((f) => f.role === 'shown' && f.of === file.sha256 && f.item === file.item && isPicture(f))
}
function pictureOf(file: RecordFile, beside: readonly RecordFile[]): ShownFile | undefined {
  const shown = pictureFile(file, beside)
  return shown && files.byHash.get(shown.sha256)
}

/** What may be seen of a file now. */
export interface Look {
  /**
   * `unmarked`: it is here, and the marks over it cannot be read. `beside`: the picture that its line names for it is
   * checked and seen, the original was not fetched.
   */
  state: FileState | 'unmarked' | 'beside'
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
  if (state !== 'ok' && state !== 'small') return hidden(state)
  if (!beside) return hidden('waiting')
  const layer = marksOver(beside, file)
  const shown = pictureOf(file, beside)
  const picture = shown?.state === 'ok' ? shown.url : shown?.state === 'small' ? (shown.screen ?? shown.small) : null
  // What is seen is checked where both are: the original, and what is shown of it.
  const seen = shown?.state === 'small' ? 'small' : state === 'small' ? 'beside' : state
  if (!layer) return { state: seen, picture, marks: null }
  const over = files.byHash.get(layer.sha256)
  if (over?.state === 'ok' && over.layer?.of === file.sha256 && picture) return { state: seen, picture, marks: over.layer.marks }
  return hidden(!over || over.state === 'waiting' || over.state === 'loading' || over.state === 'missing' || over.state === 'failed' || over.state === 'disposed' ? (over?.state ?? 'waiting') : 'unmarked')
}

export function closeFiles(): void {
  stop.abort()
  stop = new AbortController()
  for (const f of files.byHash.values()) for (const url of [f.url, f.small, f.screen]) if (url) URL.revokeObjectURL(url)
  files.byHash.clear()
  files.all = []
}

/** Of lines that are believed: what is wanted of each, and all that it names, by which it is known what lies over what. */
export async function openFiles(lines: { named: readonly RecordFile[]; wanted: RecordFile[] }[]): Promise<void> {
  const signal = stop.signal
  const list = lines.flatMap((line) => line.wanted)
  for (const { named, wanted } of lines) for (const file of wanted) besideOf.set(file, named)
  files.all = list
  for (const file of list) if (!files.byHash.has(file.sha256)) files.byHash.set(file.sha256, { file, state: 'waiting', url: null, small: null, screen: null, fetching: false, detail: '', place: null, layer: null })
  const turn = [...files.byHash.values()].filter((f) => f.state === 'waiting').map((f) => f.file)
  await inTurn(turn, signal, load)
  // What is seen by the picture beside it comes itself where that is not to be seen.
  const alone = list.filter((file) => files.byHash.get(file.sha256)?.state === 'small' && !isPicture(file) && !isHere(pictureOf(file, besideOf.get(toRaw(file)) ?? [])))
  await inTurn(alone, signal, loadWhole)
}

function isHere(shown: ShownFile | undefined): boolean {
  return shown?.state === 'ok' || shown?.state === 'small'
}

async function inTurn(turn: RecordFile[], signal: AbortSignal, each: (file: RecordFile, signal: AbortSignal) => Promise<void>): Promise<void> {
  const worker = async () => {
    for (let f = turn.shift(); f && !signal.aborted; f = turn.shift()) await each(f, signal)
  }
  await Promise.all(Array.from({ length: kAtOnce }, worker))
}

/** Those of which only a small picture is here, or nothing for its sake. */
export function unchecked(): RecordFile[] {
  return [...files.byHash.values()].filter((f) => f.state === 'small').map((f) => f.file)
}

/** Fetches and checks originals: of this file with what is shown of it, or all. */
export async function fetchOriginals(of?: RecordFile): Promise<void> {
  const file = of && toRaw(of)
  const parts = file ? [file, pictureFile(file, besideOf.get(file) ?? [])] : unchecked()
  const wanted: RecordFile[] = []
  for (const part of parts) {
    const shown = part && files.byHash.get(part.sha256)
    if (shown?.state !== 'small' || shown.fetching) continue
    shown.fetching = true
    wanted.push(part!)
  }
  await inTurn(wanted, stop.signal, loadWhole)
}

/** A picture that fills a screen in the place of a tile's; where there is none, the tile's stays. */
export async function fetchScreen(of: RecordFile): Promise<void> {
  const file = toRaw(of)
  const part = pictureFile(file, besideOf.get(file) ?? [])
  const shown = part && files.byHash.get(part.sha256)
  if (!part || shown?.state !== 'small' || shown.screen) return
  const signal = stop.signal
  try {
    const bytes = await services().api.smallPicture(part.sha256, 1600, signal)
    if (bytes && !signal.aborted && !shown.screen) shown.screen = URL.createObjectURL(new Blob([bytes as Bytes], { type: 'image/jpeg' }))
  } catch {
    // The tile's picture stays, and the original can be asked for.
  }
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
  if (!shown || file.size <= kWholeAtOnce) return loadWhole(file, signal)
  // A HEIC is seen by the picture that stands beside it.
  if (file.role !== 'shown' && !isPicture(file) && pictureFile(file, besideOf.get(toRaw(file)) ?? [])) {
    shown.state = 'small'
    return
  }
  if (!kMadeSmaller.includes(file.type)) return loadWhole(file, signal)
  shown.state = 'loading'
  try {
    const bytes = await services().api.smallPicture(file.sha256, 320, signal)
    if (signal.aborted) return
    if (!bytes || bytes.length >= file.size) return loadWhole(file, signal)
    shown.small = URL.createObjectURL(new Blob([bytes as Bytes], { type: 'image/jpeg' }))
    shown.state = 'small'
  } catch (e) {
    tell(shown, e, signal)
  }
}

function tell(shown: ShownFile, e: unknown, signal: AbortSignal): void {
  if (signal.aborted) return
  const p = asProblem(e)
  shown.detail = p.detail
  if (shown.state === 'small' && p.status !== 404 && p.code !== 'file_disposed') return
  shown.state = p.code === 'file_disposed' ? 'disposed' : p.status === 404 ? 'missing' : 'failed'
}

async function loadWhole(file: RecordFile, signal: AbortSignal): Promise<void> {
  const shown = files.byHash.get(file.sha256)
  if (!shown) return
  if (!shown.fetching) shown.state = 'loading'
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
    tell(shown, e, signal)
  } finally {
    shown.fetching = false
  }
}
