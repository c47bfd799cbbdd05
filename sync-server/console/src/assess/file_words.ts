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
