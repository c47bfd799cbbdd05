/** What a camera wrote into a photo, in words. */
import { i18n } from '../i18n'
import { metresBetween, type PhotoPlace } from './photo_place'

const { t } = i18n.global

/** Where and when a camera says that it took a photo, and how far that is from the site. */
export function placeWords(place: PhotoPlace, site: { lat: number; lon: number } | null): string {
  const parts: string[] = []
  if (place.point) {
    parts.push(t('light.place', { lat: place.point.lat.toFixed(5), lon: place.point.lon.toFixed(5) }))
    if (site) {
      const metres = metresBetween(place.point, site)
      parts.push(metres < 1000 ? t('light.metres', { n: Math.round(metres) }) : t('light.kilometres', { n: (metres / 1000).toFixed(metres < 100_000 ? 1 : 0) }))
    }
  }
  if (place.taken) parts.push(t('light.taken', { at: place.taken }))
  return parts.join(' · ')
}
