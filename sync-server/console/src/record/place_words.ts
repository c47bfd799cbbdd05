/** What a camera wrote into a photo, in words. */
import { i18n } from '../i18n'
import type { PhotoPlace } from './photo_place'
import type { SitePlace } from './site_place'
import { sitePlaceWords } from './site_place_words'

const { t } = i18n.global

/** Where and when a camera says that it took a photo, and where that is in regard to the site. */
export function placeWords(place: PhotoPlace, site: SitePlace | null): string {
  const parts: string[] = []
  if (place.point) parts.push(t('light.place', { lat: place.point.lat.toFixed(5), lon: place.point.lon.toFixed(5) }), sitePlaceWords(site, place.point))
  if (place.taken) parts.push(t('light.taken', { at: place.taken }))
  return parts.filter(Boolean).join(' · ')
}
