/**
 * Whether a published version of a checklist is for a check: for the site's programme and sector, and for the kind of check. The
 * rule of shared/records/reference/checklist_fit.h, by which tablets offer checklists and the server takes lines; both are held to
 * tests/unit/records/cases/fits.json. What a publication does not name speaks against nothing.
 */
import type { Published } from './published'

/** Of the check; '' or absent: not known. `kind`: '' of an inspection that nobody sent for. */
export interface CheckAsked {
  programme?: string
  sector?: string
  kind?: string
  test?: boolean
}

export type Fit = 'other' | 'any' | 'stated'
type For = Pick<Published, 'programmes' | 'sectors' | 'kinds' | 'withdrawn' | 'test'>

const fitOne = (wanted: string[] = [], has = ''): Fit => (wanted.length === 0 || has === '' ? 'any' : wanted.includes(has) ? 'stated' : 'other')

export function isForKind({ kinds = [] }: For, kind = ''): boolean {
  if (kinds.length === 0) return true
  return kind === '' ? kinds.some((one) => one !== 'self') : kinds.includes(kind)
}

export function fitOf(published: For, asked: CheckAsked): Fit {
  const fits = [fitOne(published.programmes, asked.programme), fitOne(published.sectors, asked.sector)]
  if (fits.includes('other') || !isForKind(published, asked.kind)) return 'other'
  return fits.includes('stated') ? 'stated' : 'any'
}

/** Why the check may not go by it, by the error's code; null where it may. */
export function whyNotBy(published: For, asked: CheckAsked): string | null {
  if (published.withdrawn) return 'checklist_withdrawn'
  if (published.test && !asked.test) return 'checklist_testing'
  if (!isForKind(published, asked.kind)) return 'checklist_kind'
  return fitOf(published, asked) === 'other' ? 'checklist_site' : null
}

/** Of what is offered: all that fit, and the one that is chosen already. */
export const offered = (published: Published[], asked: CheckAsked, chosen: string): Published[] =>
  published.filter((one) => one.id === chosen || whyNotBy(one, asked) === null)

/** Why the chosen one, of those that are known, is not for the check; null where it is, or nothing is known of it. */
export function unfitOf(published: Published[], chosen: string, asked: CheckAsked): string | null {
  const one = published.find((p) => p.id === chosen)
  return one ? whyNotBy(one, asked) : null
}
