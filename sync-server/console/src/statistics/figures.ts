/** Counts as people read them: rates in tenths of a per cent, exactly, and never of a cell that is held back. */
import type { StatisticCell, StatisticItem } from '../api/statistic_types'

/** Tenths of a per cent, half up; null where there is nothing to divide by, or nothing is told. */
export function rateOf(part: number | undefined, of: number | undefined): number | null {
  return part === undefined || !of ? null : Math.floor((2000 * part + of) / (2 * of))
}

export function passRate(cell: StatisticCell | undefined): number | null {
  return cell && cell.shown === 'yes' ? rateOf(cell.passed, cell.judged) : null
}

/** 865 → "86.5". */
export function tenths(n: number): string {
  const sign = n < 0 ? '−' : ''
  return `${sign}${Math.floor(Math.abs(n) / 10)}.${Math.abs(n) % 10}`
}

/** By how much a rate changed, tenths; null where either is not told. */
export function changeOf(now: StatisticCell | undefined, before: StatisticCell | undefined): number | null {
  const [a, b] = [passRate(now), passRate(before)]
  return a === null || b === null ? null : a - b
}

/** The best first; what is not told last, the largest of it first. */
export function byRate<T extends StatisticCell>(cells: T[]): T[] {
  return [...cells].sort((a, b) => (passRate(b) ?? -1) - (passRate(a) ?? -1) || b.n - a.n || a.value.localeCompare(b.value))
}

export function failRate(item: StatisticItem): number | null {
  return item.shown === 'yes' ? rateOf(item.failed, item.asked) : null
}

/** Where a rate stands, by shape and word as by colour. */
export function standing(rate: number | null): 'pass' | 'part' | 'fail' | 'none' {
  return rate === null ? 'none' : rate >= 900 ? 'pass' : rate >= 800 ? 'part' : 'fail'
}
