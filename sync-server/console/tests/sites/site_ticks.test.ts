import { describe, expect, it } from 'vitest'
import type { PublishedSite } from '../../src/sites/published'
import { emptySite } from '../../src/sites/site'
import { siteChoice, sitesFound, tickAll } from '../../src/sites/site_ticks'

const site = (id: string, name: string, region: string, code = ''): PublishedSite => ({ site: { ...emptySite(), id, name, region, code }, index: 1, author: 'a', at: '' })
const all = [site('a', '永昌设施蔬菜', '620321'), site('b', '民勤蜜瓜', '620621', '91620621MA'), site('c', '互助马铃薯', '630223')]
const ids = (found: PublishedSite[]) => found.map((s) => s.site.id)

describe('sites to tick', () => {
  it('are found within the round’s region, by region, name, id and code', () => {
    expect(ids(sitesFound(all, { within: '62', region: '', text: '' }))).toEqual(['a', 'b'])
    expect(ids(sitesFound(all, { within: '62', region: '6203', text: '' }))).toEqual(['a'])
    expect(ids(sitesFound(all, { within: '', region: '', text: ' 蜜瓜 ' }))).toEqual(['b'])
    expect(ids(sitesFound(all, { within: '62', region: '', text: '91620621ma' }))).toEqual(['b'])
    expect(ids(sitesFound(all, { within: '62', region: '', text: '马铃薯' }))).toEqual([])
  })
  it('are offered by name and region, and found by id and credit code', () => {
    expect(siteChoice(all[1]!.site)).toEqual({ value: 'b', label: '民勤蜜瓜', also: '武威市民勤县', found: 'b 91620621MA' })
  })
  it('are ticked all at once, and others stay ticked', () => {
    expect(tickAll(['c', 'b'], ['a', 'b'])).toEqual(['c', 'a', 'b'])
    expect(tickAll(['c', 'a', 'b'], ['a', 'b'])).toEqual(['c'])
  })
})
