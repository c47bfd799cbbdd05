/** A cell of a sheet as its author left it, and the little that may be mended without asking. */
export interface Cell {
  text: string
  /** number: Excel holds a binary float, exact to 15 digits at most. */
  kind: 'text' | 'number' | 'date' | 'truth' | 'error'
  /** It is computed; `text` is what its program computed last. */
  formula: boolean
  /** It stands under a merged cell of which it is not the first: it shows the other's text and holds none. */
  covered: boolean
}

export interface Sheet {
  /** From the sheet's first row on; `rows[0]` is the row that people call 1. */
  rows: Cell[][]
}

export type SheetFault = 'not_a_sheet' | 'encoding' | 'too_large' | 'damaged' | 'old_excel' | 'locked' | 'empty'

export class SheetError extends Error {
  constructor(readonly code: SheetFault) {
    super(code)
  }
}

export function textCell(text: string): Cell {
  return { text, kind: 'text', formula: false, covered: false }
}

/** Control characters, marks without width, and what turns the direction of the text after it (Unicode UAX #9). */
const kUnseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** What nobody sees goes; what an input method left wide becomes narrow: "６２０３２１" → "620321", "Ａ" → "A", "　" → " ". */
export function clean(text: string): string {
  return text
    .replace(kUnseen, '')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\t\r\n]+/g, ' ')
    .trim()
}

/** The same for names and addresses, whose wide punctuation is right as it stands: digits, letters and blanks alone. */
export function cleanName(text: string): string {
  return text
    .replace(kUnseen, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\t\r\n ]+/g, ' ')
    .trim()
}

/** Several texts in one cell, as people string them: 、，, ；; / or a line end. */
export function parts(text: string): string[] {
  return text.split(/[、，,；;\n/]+/).map(clean).filter((part) => part !== '')
}
