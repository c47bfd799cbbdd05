import { describe, expect, it } from 'vitest'
import { textDifference } from '../../src/ui/text_difference'

const shown = (first: string, second: string) => textDifference(first, second).map((run) => ({ both: '=', first: '-', second: '+' })[run.in] + run.text).join('|')

describe('two names, character by character', () => {
  // The same pairs as tests/unit/base/text_difference_test.cpp.
  it.each([
    ['甲', '甲', '=甲'],
    ['', '', ''],
    ['', '甲', '+甲'],
    ['甲公司', '', '-甲公司'],
    ['永昌县蔬菜公司', '永昌县设施蔬菜有限公司', '=永昌县|+设施|=蔬菜|+有限|=公司'],
    ['某（甘肃）公司', '某(甘肃)公司', '=某|-（|+(|=甘肃|-）|+)|=公司'],
    ['aXbYc', 'aZbc', '=a|-X|+Z|=b|-Y|=c'],
    ['🌾甲', '🌽甲', '-🌾|+🌽|=甲'],
  ])('%s and %s', (first, second, expected) => expect(shown(first, second)).toBe(expected))

  it('too long to be looked into, by their ends', () => {
    expect(shown(`头${'x'.repeat(2000)}尾`, `头${'y'.repeat(1500)}尾`)).toBe(`=头|-${'x'.repeat(2000)}|+${'y'.repeat(1500)}|=尾`)
  })
})
