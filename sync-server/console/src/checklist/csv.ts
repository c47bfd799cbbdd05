/**
 * Rows of a CSV file, as the tablet reads them (shared/form/data/csv_rows.h): RFC 4180, also LF line ends, a byte order mark,
 * semicolons or tabs, a first line "sep=;"; in UTF-8, UTF-16 with its mark, or GB18030, which is what Excel writes in China.
 */

/** Null where the bytes are text in none of these encodings. */
export function csvText(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return null
}

/** One row at a time, the header first: who has found what was wanted reads no further. Blank lines are no rows, unless asked for. */
export function* csvRows(text: string, blanks = false): Generator<string[]> {
  const said = /^"?sep=(.)"?\r?\n/i.exec(text)
  let at = said ? said[0].length : 0
  const separator = said?.[1] ?? separatorOf(text.slice(at, text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at)))
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const [cell, end] = takeCell(text, at, separator)
      row.push(cell)
      at = end + 1
      if (text[end] !== separator) break
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at++
    if (blanks || row.length > 1 || row[0] !== '') yield row
  }
}

/** What stands most often in the header, outside of quotation marks. */
function separatorOf(header: string): string {
  const plain = header.replace(/"[^"]*"/g, '')
  const times = (c: string) => plain.split(c).length
  return [';', '\t'].reduce((best, c) => (times(c) > times(best) ? c : best), ',')
}

/** The cell that begins at `at`, and where it ends: at a separator, a line end, or the end of all. */
function takeCell(text: string, at: number, separator: string): [cell: string, end: number] {
  let cell = ''
  if (text[at] === '"') {
    for (let more = true; more; ) {
      const mark = text.indexOf('"', at + 1)
      const close = mark < 0 ? text.length : mark
      cell += text.slice(at + 1, close)
      at = Math.min(close + 1, text.length)
      more = text[at] === '"' // doubled: one of the text
      if (more) cell += '"'
    }
  }
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return [cell + text.slice(at, end), end]
}
