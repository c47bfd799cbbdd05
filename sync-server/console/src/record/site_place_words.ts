/** Where something lies in regard to a site, in words. */
import { i18n } from '../i18n'
import type { GeoPoint } from '../base/geodesy'
import { inRegardTo, type SitePlace } from './site_place'

const { t } = i18n.global

/** "" where it cannot be said. */
export function sitePlaceWords(site: SitePlace | null, where: GeoPoint, accuracy = 0): string {
  const found = site && inRegardTo(site, where, accuracy)
  if (!found) return ''
  const { key, metres } = found
  const far = metres < 1000 ? t('siteplace.metres', { n: Math.round(metres) }) : t('siteplace.kilometres', { n: (metres / 1000).toFixed(metres < 100_000 ? 1 : 0) })
  return t(`siteplace.${key}`, { far })
}
