/** The measures of a site in words. */
import { i18n } from '../i18n'
import { count } from '../i18n/words'
import { areaOf, type Boundary } from '../base/boundary'
import type { Site } from './site'

const kSquareMetresPerMu = 10_000 / 15

/** As of who walks it: 亩 in Chinese, hectares in English. */
export function boundaryWords(boundary: Boundary): string {
  const area = areaOf(boundary)
  const round = (n: number) => count(n < 10 ? Math.round(n * 10) / 10 : Math.round(n))
  return i18n.global.t('sites.area', { mu: round(area / kSquareMetresPerMu), hectares: round(area / 10_000), n: boundary.coordinates[0].length - 1 })
}

export function scaleWords(scale: Site['scale']): string {
  return scale ? `${count(scale.value)} ${scale.unit}` : ''
}
