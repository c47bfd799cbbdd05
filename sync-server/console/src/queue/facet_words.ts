/** What a facet's values are called on the screen. */
import type { FacetValue, Facet } from '../api/types'
import { say } from '../checklist/document'
import { i18n, language } from '../i18n'
import { regionName } from '../i18n/regions'
import { word } from '../i18n/words'

export function facetWord(facet: Facet, value: string, known?: FacetValue): string {
  const { t } = i18n.global
  switch (facet) {
    case 'region':
      return regionName(value)
    case 'checklist':
      return (known?.title && say(known.title, language())) || value
    case 'kind':
      return word('kind', value)
    case 'inspector':
      return known?.name || value
    case 'assigned':
      return value === 'me' ? t('reviews.mine') : value === '' || value === 'nobody' ? t('reviews.nobodys') : known?.name || value
    case 'days':
      return t('reviews.waits', { n: value })
    case 'findings':
      return t(value === '1' ? 'reviews.withFindings' : 'reviews.noFindings')
    case 'veto':
      return t(value === '1' ? 'reviews.withVeto' : 'reviews.noVeto')
    case 'second':
      return t(value === '1' ? 'reviews.waitsSecond' : 'reviews.noSecond')
    case 'threads':
      return t(value === 'answered' ? 'reviews.threadsAnswered' : 'reviews.threadsOpen')
    case 'grade':
      return value === '' ? t('reviews.noGrade') : i18n.global.te(`draws.strata.grade.${value}`) ? t(`draws.strata.grade.${value}`) : value
    case 'programme':
      return value === '' ? t('reviews.noProgramme') : value
  }
}
