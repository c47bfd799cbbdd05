/**
 * Photos on their way: drawn anew in the browser, so that what a phone wrote into them (where and when they were taken)
 * stays with whoever complains, and small enough to be taken (intake/tuning.h).
 */
export const kMostPhotos = 3
export const kMostPhotoBytes = 450_000
const kLongSides = [1600, 1200, 900, 640]

export type PhotoFault = 'no_image' | 'too_many'

/** null where the file is no picture that this browser reads. */
export async function shrink(file: Blob): Promise<Uint8Array | null> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
  try {
    for (const side of kLongSides) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height))
      const canvas = document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(picture.width * scale))
      canvas.height = Math.max(1, Math.round(picture.height * scale))
      canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
      const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
      if (jpeg && jpeg.size <= kMostPhotoBytes) return new Uint8Array(await jpeg.arrayBuffer())
    }
    return null
  } finally {
    picture.close()
  }
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
