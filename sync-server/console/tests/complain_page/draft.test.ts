import { describe, expect, it } from 'vitest'
import { bodyOf, emptyDraft, lacksOf } from '../../src/complain_page/draft'
import { readAddress } from '../../src/complain_page/address'
import { kWords } from '../../src/complain_page/words'
import { plain } from '../../src/public_form/plain'

describe('what is sent as a complaint', () => {
  it('lacks its place and its text, and nothing that is optional', () => {
    expect(lacksOf(emptyDraft())).toEqual(['region', 'text'])
    expect(lacksOf({ ...emptyDraft(), key: '620321', text: 'x' })).toEqual([])
    expect(lacksOf({ ...emptyDraft(), key: '620321', text: '中'.repeat(4001), words: '中'.repeat(300) })).toEqual(['long'])
  })
  it('holds no control characters and says nothing that was left out', () => {
    expect(plain(' a\u0007\u202eb\r\nc\t ')).toBe('ab\nc')
    expect(JSON.parse(bodyOf({ ...emptyDraft(), key: '620321', text: ' x ', contact: '  ' }))).toEqual({ about: 'other', key: '620321', text: 'x' })
    expect(JSON.parse(bodyOf({ kind: 'site', key: 's1', words: 'w', programme: 'p', text: '<b>', contact: 'c', photos: ['AA=='] }))).toEqual({ about: 'site', key: 's1', words: 'w', programme: 'p', text: '<b>', contact: 'c', photos: ['AA=='] })
  })
})

describe('the address of the page', () => {
  it('leads to a person, a site, a programme, the code, or nothing', () => {
    expect(readAddress('#s=yongchang%20veg')).toEqual({ page: 'form', about: { kind: 'site', key: 'yongchang veg' } })
    expect(readAddress('#p=abc')).toEqual({ page: 'form', about: { kind: 'person', key: 'abc' } })
    expect(readAddress('#g=g1')).toEqual({ page: 'form', about: { kind: 'programme', key: 'g1' } })
    expect(readAddress('#code')).toEqual({ page: 'code' })
    for (const none of ['', '#', '#x=1', '#s=%E0', `#s=${'x'.repeat(101)}`]) expect(readAddress(none)).toEqual({ page: 'form', about: null })
  })
})

it('both languages say everything, of each state, outcome and fault', () => {
  const shape = (value: unknown): unknown => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shape(v)])) : typeof value)
  expect(shape(kWords.en)).toEqual(shape(kWords.zh))
  for (const words of Object.values(kWords)) for (const state of ['received', 'accepted', 'not_accepted', 'answered']) expect(words.state[state]).toBeTruthy()
})
