import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../src/i18n'
import { kRegions } from '../../src/base/region_table'
import { findRegions, regionName, regionNames, regionsWithin } from '../../src/i18n/regions'

afterEach(() => void (i18n.global.locale.value = 'zh'))

describe('regions', () => {
  it('have names, whether the code is whole or a prefix', () => {
    expect(['62', '620000', '6203', '620321'].map(regionName)).toEqual(['甘肃', '甘肃', '金昌市', '金昌市永昌县'])
    expect(regionNames(['62', '63', '62'])).toBe('甘肃、青海')
  })
  it('have names in English, counties with the prefecture that a reader may know', () => {
    i18n.global.locale.value = 'en'
    expect(regionNames(['62', '63'])).toBe('Gansu, Qinghai')
    expect(regionName('620321')).toBe('Yongchang County, Jinchang')
    expect(regionNames(['620321', '6207'])).toBe('Yongchang County, Jinchang; Zhangye')
    expect(regionNames([''])).toBe('all regions')
    expect(kRegions.filter((r) => !/^[A-Z]/.test(r.en ?? ''))).toEqual([])
  })
  it('that the table does not have stay codes; everywhere is said once, nowhere is a dash', () => {
    expect(regionNames(['99', '62'])).toBe('99、甘肃')
    expect(regionNames(['62', ''])).toBe('全部地区')
    expect(regionNames([])).toBe('—')
  })
})

describe('a region that a person writes', () => {
  it.each([
    ['62', '62'], ['620000', '62'], ['6207', '6207'], ['620723', '620723'], ['甘肃', '62'], ['甘肃省', '62'], ['张掖市', '6207'], ['张掖', '6207'], ['永昌县', '620321'], ['永昌', '620321'],
    ['金昌市永昌县', '620321'], ['甘肃省金昌市永昌县', '620321'], ['甘肃永昌', '620321'], ['Jinchang', '6203'], ['海北', '6322'], ['天祝', '620623'],
    ['Minle County', '620722'], ['minle', '620722'], ['Qin’an', '620522'], ['maqen', '632621'], ['Linxia City', '622901'], ['Gannan Tibetan Autonomous Prefecture', '6230'],
  ])('%s is found', (text, prefix) => expect(findRegions(text)).toEqual([prefix]))
  it.each(['', '火星县', '6', '999999', '620', '永'])('%s is none', (text) => expect(findRegions(text)).toEqual([]))
  it('may be chosen from what one administers only', () => {
    expect(regionsWithin(['6203']).map((r) => r.prefix)).toEqual(['6203', '620302', '620321'])
    expect(regionsWithin(['']).length).toBeGreaterThan(100)
  })
})
