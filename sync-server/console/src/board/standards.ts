/**
 * The status of a cited standard on a day, by the catalogue that the server and the tablets are built with: the rule of
 * shared/domain/STANDARDS.md. Of what the catalogue does not have nothing is said.
 */
import table from '../../../../assets/standards/catalogue.json'

interface Entry {
  number: string
  status: string
  from?: string | null
  until?: string | null
  replacedBy?: string[]
  partlyReplacedBy?: string[]
}

/** Dashes, slashes and blanks as the catalogue writes them. */
export function plainNumber(number: string): string {
  return number.toUpperCase().replace(/[—–－−]/g, '-').replace(/[∕／]/g, '/').replace(/\s*([/-])\s*/g, '$1').replace(/\s+/g, ' ').trim()
}

const all = (table.standards as Entry[]).map((e) => ({ ...e, number: plainNumber(e.number) }))
const byNumber = new Map(all.map((e) => [e.number, e]))

function statusOf(entry: Entry, day: string): string {
  const good = entry.partlyReplacedBy?.length ? 'partly_replaced' : 'in_force'
  if (entry.until && day >= entry.until) return entry.replacedBy?.length ? 'replaced' : 'withdrawn'
  if (entry.from && day < entry.from) return 'upcoming'
  if (entry.until || (entry.status === 'upcoming' && entry.from)) return good
  return entry.status
}

/** An undated number stands for the edition in force on that day, else for the latest. '' where nothing is known of it. */
export function statusOn(cited: string, day: string): string {
  const number = plainNumber(cited)
  const entry = byNumber.get(number)
  if (entry) return statusOf(entry, day)
  const editions = all.filter((e) => e.number.startsWith(`${number}-`) && /^\d{4}$/.test(e.number.slice(number.length + 1))).sort((a, b) => a.number.localeCompare(b.number))
  const statuses = editions.map((e) => statusOf(e, day))
  return statuses.filter((s) => s === 'in_force' || s === 'partly_replaced').at(-1) ?? statuses.at(-1) ?? ''
}
