/**
 * The days off and the weekend days worked in exchange, out of what a person pastes: the announcement's own words ("1月1日（周四）
 * 至3日（周六）放假调休，共3天。1月4日（周日）上班。"), a list of days ("2027-01-01/2027-01-03", "2027-01-04 上班"), or the JSON of
 * calendar.published. Nothing is guessed: what cannot be read is said.
 */
import { dayText, isWeekend, readDay } from '../base/day'

export interface HolidayFault {
  /** Under `calendar.fault`. */
  say: 'unread' | 'no_day' | 'other_year' | 'backwards' | 'not_weekend' | 'both' | 'none' | 'json'
  text: string
}

export interface Holidays {
  off: Set<number>
  worked: Set<number>
  faults: HolidayFault[]
}

type Kind = 'off' | 'worked'
const kTo = '\\s*(?:至|到|~|～|—|–|/|to)\\s*'
const kDates = new RegExp(
  `(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:${kTo}(\\d{4})-(\\d{1,2})-(\\d{1,2}))?|(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:${kTo}(?:(?:(\\d{4})年)?(\\d{1,2})月)?(\\d{1,2})日)?`,
  'g',
)
const kWords = /上班|补班|放假|休息|休|worked|work|off|holiday/gi
const kindOf = (word: string): Kind => (/班|work/i.test(word) ? 'worked' : 'off')

export function readHolidays(text: string, year: number): Holidays {
  const out: Holidays = { off: new Set(), worked: new Set(), faults: [] }
  if (text.trim().startsWith('{')) readJson(text, year, out)
  else for (const sentence of text.replace(/（[^（）]*）|\([^()]*\)/g, '').split(/[\n。；;]/)) readSentence(sentence.trim(), year, out)
  for (const day of out.worked) {
    if (out.off.has(day)) out.faults.push({ say: 'both', text: dayText(day) })
    else if (!isWeekend(day)) out.faults.push({ say: 'not_weekend', text: dayText(day) })
  }
  if (out.off.size === 0 && out.faults.length === 0) out.faults.push({ say: 'none', text: '' })
  return out
}

/** A day is what the next word after it says, else the last one before it; a bare day is off. */
function readSentence(sentence: string, year: number, out: Holidays): void {
  const words = [...sentence.matchAll(kWords)].map((m) => ({ at: m.index, kind: kindOf(m[0]) }))
  const dates = [...sentence.matchAll(kDates)]
  for (const m of dates) {
    const word = words.find((w) => w.at > m.index) ?? words.at(-1)
    addRange(m, word?.kind ?? 'off', year, out)
  }
  const rest = sentence.replace(kDates, '')
  if (/\d\s*[月日]|\d{1,4}[-/.]\d/.test(rest)) out.faults.push({ say: 'unread', text: sentence.slice(0, 60) })
}

function addRange(m: RegExpMatchArray, kind: Kind, year: number, out: Holidays): void {
  const [, y1, m1, d1, y2, m2, d2, zy1, zm1, zd1, zy2, zm2, zd2] = m
  const text = (y: string | undefined, month: string, day: string) => `${y ?? year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const from = m1 ? text(y1, m1, d1!) : text(zy1, zm1!, zd1!)
  const last = m2 ? text(y2, m2, d2!) : zd2 ? text(zy2 ?? zy1, zm2 ?? zm1!, zd2) : from
  const [first, end] = [readDay(from), readDay(last)]
  if (first === null || end === null) out.faults.push({ say: 'no_day', text: m[0] })
  else if (!from.startsWith(`${year}-`) || !last.startsWith(`${year}-`)) out.faults.push({ say: 'other_year', text: m[0] })
  else if (end < first) out.faults.push({ say: 'backwards', text: m[0] })
  else for (let day = first; day <= end; ++day) out[kind].add(day)
}

function readJson(text: string, year: number, out: Holidays): void {
  try {
    const all = JSON.parse(text) as Record<string, unknown>
    const years = (all.years ?? all) as Record<string, unknown>
    const said = (years[String(year)] ?? years) as Record<Kind, unknown>
    for (const kind of ['off', 'worked'] as const) {
      const list = said[kind]
      if (!Array.isArray(list)) throw new Error(kind)
      for (const entry of list) readSentence(`${String(entry)} ${kind}`, year, out)
    }
  } catch {
    out.faults.push({ say: 'json', text: '' })
  }
}

/** "2027-01-01/2027-01-03": runs of days, as records have them. */
export function rangesOf(days: Set<number>): string[] {
  const sorted = [...days].sort((a, b) => a - b)
  const starts = sorted.filter((d) => !days.has(d - 1))
  return starts.map((from) => {
    let to = from
    while (days.has(to + 1)) ++to
    return to === from ? dayText(from) : `${dayText(from)}/${dayText(to)}`
  })
}

/** The year and the name of the announcement, where the pasted text has them. */
export function announcementIn(text: string): { year: number | null; source: string } {
  const title = /(国务院办公厅关于(\d{4})年部分节假日安排的通知)/.exec(text)
  const number = /国办发明电\s*〔\d{4}〕\s*\d+\s*号/.exec(text)?.[0].replace(/\s/g, '')
  const source = [title?.[1], number && `（${number}）`].filter(Boolean).join('')
  const year = title?.[2] ?? /(?:^|\D)(\d{4})(?:年|-\d)/.exec(text)?.[1]
  return { year: year ? Number(year) : null, source }
}
