/** A day as people write it in a field, in either language, and as the field says it back. */
import { readDay } from '../base/day'
import type { Language } from '../i18n'

const kMonths = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const two = (n: number | string) => String(n).padStart(2, '0')

/** 1 to 12 of a month's English name or its first three letters and more; 0 where it is none. */
function monthOf(word: string): number {
  const typed = word.toLowerCase().replace(/\.$/, '')
  return typed.length < 3 ? 0 : kMonths.findIndex((m) => m.startsWith(typed)) + 1
}

/**
 * "2026-11-30", "2026/11/30", "2026.11.30", "20261130", "2026年11月30日", "11月30日", "30 November 2026", "Nov 30", wide digits
 * too; a day without its year is one of `today`'s. Null where it is no day: 11/30 alone is not guessed at.
 */
export function readTypedDay(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const year = today.slice(0, 4)
  const found = (y: string, m: number | string, d: string) => {
    const day = `${y}-${two(m)}-${two(d)}`
    return readDay(day) === null ? null : day
  }
  let m = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (m) return found(m[1]!, m[2]!, m[3]!)
  m = /^(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(text)
  if (m) return found(year, m[1]!, m[2]!)
  m = /^(\d{1,2})\s+([a-z]+\.?),?(?:\s+(\d{4}))?$/i.exec(text)
  if (m) return found(m[3] ?? year, monthOf(m[2]!), m[1]!)
  m = /^([a-z]+\.?)\s+(\d{1,2})(?:,?\s+(\d{4}))?$/i.exec(text)
  if (m) return found(m[3] ?? year, monthOf(m[1]!), m[2]!)
  return null
}

/** "2026年11月30日", "30 November 2026"; what is no day as it stands. */
export function sayDay(day: string, language: Language): string {
  const days = readDay(day)
  if (days === null) return day
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(days * 86_400_000)
}
