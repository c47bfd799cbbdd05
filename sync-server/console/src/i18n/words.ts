/** Figures, instants and server sentences as people read them, in the language of the page. */
import { i18n, language } from './index'
import type { Said } from './said'

const { t, te } = i18n.global

/** Thousandths of a point, exactly: 78200 → 78.2, 16000 → 16.0. */
export function points(thousandths: number): string {
  const sign = thousandths < 0 ? '-' : ''
  const n = Math.abs(thousandths)
  const fraction = String(n % 1000).padStart(3, '0').replace(/0{1,2}$/, '')
  return `${sign}${Math.floor(n / 1000)}.${fraction}`
}

/** A round figure without its fraction: a full score reads 100, not 100.0. */
export function round(thousandths: number): string {
  return points(thousandths).replace(/\.0$/, '')
}

const two = (n: number) => String(n).padStart(2, '0')

export function day(instant: string): string {
  const d = new Date(instant)
  return Number.isNaN(d.getTime()) ? instant : `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`
}

export function clock(instant: string): string {
  const d = new Date(instant)
  return Number.isNaN(d.getTime()) ? '' : `${two(d.getHours())}:${two(d.getMinutes())}`
}

/** A span with its day said once. */
export function span(from: string, to: string): string {
  return day(from) === day(to) ? `${day(from)} ${clock(from)} – ${clock(to)}` : `${moment(from)} – ${moment(to)}`
}

export function moment(instant: string): string {
  return `${day(instant)} ${clock(instant)}`.trim()
}

/** Today by the clock, other days by the date: what a queue needs. */
export function brief(instant: string, now = new Date()): string {
  return day(instant) === day(now.toISOString()) ? clock(instant) : day(instant).slice(5)
}

export function count(n: number): string {
  return new Intl.NumberFormat(language() === 'zh' ? 'zh-CN' : 'en').format(n)
}

/** Several words in a row, as the language strings them. */
export function list(words: string[]): string {
  return words.join(language() === 'zh' ? '、' : ', ')
}

/** The known word under `group`, else the raw one: a newer server may have more. */
export function word(group: string, raw: string): string {
  return te(`${group}.${raw}`) ? t(`${group}.${raw}`) : raw
}

export function sentence(said: Said): string {
  if (te(said.key)) return t(said.key)
  return said.detail || t('problem.unknown', { code: said.key.replace(/^problem\./, '') })
}

/** How long, in its largest unit: "3 days". */
export function lasting(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  if (minutes < 120) return t('lasting.minutes', { n: minutes })
  if (minutes < 48 * 60) return t('lasting.hours', { n: Math.round(minutes / 60) })
  return t('lasting.days', { n: Math.round(minutes / 1440) })
}
