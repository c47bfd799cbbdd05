/** The columns of a `DataTable`: what stands at their heads, and how rows are put in order where the page sorts. */
export interface Column<T> {
  /** Names the cell's slot too. */
  key: string
  head: string
  /** The head is for those who listen alone. */
  quiet?: boolean
  /** What the cell says where no slot does. */
  text?: (row: T) => string | number
  /** Of cells and head: "num", "right", and what the page gives them. */
  class?: string
  /** The cell that names its row. */
  row?: boolean
  /** By what its rows are sorted when the head is pressed. */
  by?: (row: T) => string | number
}

export interface Sorting {
  key: string
  down: boolean
}

/** First up, then down, then as the list came. */
export function nextSorting(now: Sorting | null, key: string): Sorting | null {
  if (now?.key !== key) return { key, down: false }
  return now.down ? null : { key, down: true }
}

/** As an address writes it: "name", "-closing.days" of the table "closing"; `table` is '' where the page has one. */
export function readSorting(said: string, table: string): Sorting | null {
  const down = said.startsWith('-')
  const name = down ? said.slice(1) : said
  const key = table === '' ? name : name.startsWith(`${table}.`) ? name.slice(table.length + 1) : ''
  return key === '' || key.includes('.') ? null : { key, down }
}

export function writeSorting(sorting: Sorting | null, table: string): string {
  return sorting ? `${sorting.down ? '-' : ''}${table === '' ? '' : `${table}.`}${sorting.key}` : ''
}

export function sorted<T>(rows: readonly T[], columns: Column<T>[], sorting: Sorting | null, locale: string): T[] {
  const by = columns.find((c) => c.key === sorting?.key)?.by
  if (!by || !sorting) return [...rows]
  const words = new Intl.Collator(locale, { numeric: true })
  const compare = (a: string | number, b: string | number) => (typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b)))
  return [...rows].sort((a, b) => (sorting.down ? compare(by(b), by(a)) : compare(by(a), by(b))))
}
