/** Where somebody was who signed, in words: the coordinates and how exact they are, what they are to the site; or why there are none. */
import { i18n } from '../i18n'
import type { Whereabouts } from './places'
import type { SitePlace } from './site_place'
import { sitePlaceWords } from './site_place_words'

const { t, te } = i18n.global

export function whereWords(where: Whereabouts, site: SitePlace | null): string {
  if ('none' in where) return t('places.none', { why: te(`places.why.${where.none}`) ? t(`places.why.${where.none}`) : where.none })
  const parts = [t('places.at', { lat: where.lat.toFixed(5), lon: where.lon.toFixed(5), acc: Math.max(1, Math.round(where.acc)) })]
  const there = sitePlaceWords(site, where, where.acc)
  if (there) parts.push(there)
  if (where.mocked) parts.push(t('places.mocked'))
  return parts.join(' · ')
}
