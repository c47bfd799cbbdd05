import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../src/i18n'
import { regionName, regionNames } from '../../src/i18n/regions'

afterEach(() => void (i18n.global.locale.value = 'zh'))

describe('regions', () => {
  it('have names, whether the code is whole or a prefix', () => {
    expect(['62', '620000', '6203', '620321'].map(regionName)).toEqual(['甘肃', '甘肃', '金昌市', '金昌市永昌县'])
    expect(regionNames(['62', '63', '62'])).toBe('甘肃、青海')
  })
  it('have names in English, counties with the prefecture that a reader may know', () => {
    i18n.global.locale.value = 'en'
    expect(regionNames(['62', '63'])).toBe('Gansu, Qinghai')
    expect(regionName('620321')).toBe('永昌县, Jinchang')
    expect(regionNames([''])).toBe('all regions')
  })
  it('that the table does not have stay codes; everywhere is said once, nowhere is a dash', () => {
    expect(regionNames(['99', '62'])).toBe('99、甘肃')
    expect(regionNames(['62', ''])).toBe('全部地区')
    expect(regionNames([])).toBe('—')
  })
})
