/** How large a file is, as people say it. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Whether this browser shows a picture of these bytes; null where it has no say (HEIC). */
export async function decodes(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<boolean | null> {
  if (typeof createImageBitmap === 'undefined') return null
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type }))
    bitmap.close()
    return true
  } catch {
    return false
  }
}
