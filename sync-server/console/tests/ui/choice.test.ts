import { describe, expect, it } from 'vitest'
import { choicesFound, kChoicesShown, type Choice } from '../../src/ui/choice'

const choices: Choice[] = [
  { value: '62', label: '甘肃', also: '62', found: '甘肃省 Gansu' },
  { value: '6203', label: '金昌市', also: '6203', found: '甘肃省金昌市 Jinchang' },
  { value: '620321', label: '金昌市永昌县', also: '620321', found: '甘肃省金昌市永昌县 Yongchang County, Jinchang', deeper: true },
  { value: '632621', label: '果洛藏族自治州玛沁县', also: '632621', found: '青海省果洛藏族自治州玛沁县 Maqên County, Golog' },
]
const found = (text: string) => choicesFound(choices, text).map((c) => c.value)

describe('choices', () => {
  it('are all there without a word, in their order', () => expect(found(' ')).toEqual(['62', '6203', '620321', '632621']))
  it.each([
    ['永昌', ['620321']], ['yongchang county', ['620321']], ['甘肃省金昌市永昌县', ['620321']], ['金昌 永昌', ['620321']], ['maqen', ['632621']], ['620321', ['620321']], ['火星', []],
  ])('%s finds what holds every word of it', (text, values) => expect(found(text)).toEqual(values))
  it('come with what is named so first, then what begins or ends so', () => {
    expect(found('6203')).toEqual(['6203', '620321'])
    expect(found('62')[0]).toBe('62')
    expect(choicesFound([{ value: 'a', label: '东永昌县北' }, { value: 'b', label: '金昌市永昌县' }, { value: 'c', label: '永昌县' }], '永昌县').map((c) => c.value)).toEqual(['c', 'b', 'a'])
  })
  it('of thousands are all found, and no more are shown than a page draws at once', () => {
    const many = Array.from({ length: 2000 }, (_, i) => ({ value: `s${i}`, label: `第 ${i} 个示范区`, also: '金昌市永昌县', found: `s${i} 91620321MA${i}` }))
    expect(choicesFound(many, '示范区')).toHaveLength(2000)
    expect(kChoicesShown).toBeLessThanOrEqual(200)
  })
})
