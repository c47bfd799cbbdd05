/** A fingerprint as a person reads it off a paper and types it: the first 32 hex digits of a line's hash. */

export const kDigits = 32

/** Why a text is none; `said` is for the sentence: the character, or how many digits there are. */
export interface FingerprintFault {
  why: 'empty' | 'character' | 'short' | 'long'
  said: string
}

/** What no eye tells apart on paper: there are no letters O, I and L among hex digits. */
const kMeant: Record<string, string> = { o: '0', i: '1', l: '1' }
const kMostRead = 4096

/** Spaces, dashes, full-width forms and capitals do not matter; of an address that was pasted the end is taken. */
export function readFingerprint(text: string): { digits: string } | { fault: FingerprintFault } {
  const fault = (why: FingerprintFault['why'], said = '') => ({ fault: { why, said } })
  const pasted = text.slice(0, kMostRead).trim()
  const address = /^https?:\/\/[^#]*\/verify\/([^/?#]*)/i.exec(pasted)
  const plain = (address ? address[1]! : pasted).normalize('NFKC').toLowerCase().replace(/[\s\u200b\ufeff·.:,_‐-―−-]/gu, '')
  if (plain === '') return fault('empty')
  let digits = ''
  for (const character of plain) {
    const digit = kMeant[character] ?? character
    if (!/^[0-9a-f]$/.test(digit)) return fault('character', character)
    digits += digit
  }
  if (digits.length < kDigits) return fault('short', String(digits.length))
  // The whole hash, as records say it, is a fingerprint too.
  if (digits.length !== kDigits && digits.length !== 2 * kDigits) return fault('long', text.length > kMostRead ? `> ${kMostRead}` : String(digits.length))
  return { digits: digits.slice(0, kDigits) }
}

/** "9f3a c41e …", as it stands on paper. */
export function grouped(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ')
}
