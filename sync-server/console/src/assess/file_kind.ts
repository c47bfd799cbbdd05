/**
 * What a file is by its first bytes, whatever it is called: the formats that the library takes for photos
 * (shared/store/image_type.cpp, shared/picture/heic.cpp) and documents. A photo is shown to be one by decoding it, where this
 * browser can.
 */
import type { Bytes } from '../base/bytes'

/** As the server takes a file at most (PROTOCOL.md, limits.file). */
export const kMostBytes = 67_108_864
export const kMostFilesOfItem = 200

const ascii = (bytes: Bytes, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))

const kHeic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

export function photoType(bytes: Bytes): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 4, 4) === 'ftyp' && kHeic.includes(ascii(bytes, 8, 4))) return 'image/heic'
  return null
}

const kByEnding: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

/** Of a document; null where it is none of the kinds that a reader of the record can open. */
export function documentType(bytes: Bytes, name: string): string | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(bytes, 0, 4) === 'PK\x03\x04') return kByEnding[ending] ?? null
  if (ending === 'txt' || ending === 'csv') {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return ending === 'csv' ? 'text/csv' : 'text/plain'
    } catch {
      return null
    }
  }
  return null
}

export type FileFault = 'empty' | 'too_large' | 'unknown_kind' | 'no_picture' | 'doubled' | 'too_many'

/** The media type, or why it is not taken. `decodes`: whether this browser can show a photo; null where it has no say. */
export function judgeFile(bytes: Bytes, name: string, decodes: boolean | null): { type: string; role: 'evidence' | 'document' } | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > kMostBytes) return { fault: 'too_large' }
  const photo = photoType(bytes)
  if (photo) return decodes === false && photo !== 'image/heic' ? { fault: 'no_picture' } : { type: photo, role: 'evidence' }
  const document = documentType(bytes, name)
  return document ? { type: document, role: 'document' } : { fault: 'unknown_kind' }
}
