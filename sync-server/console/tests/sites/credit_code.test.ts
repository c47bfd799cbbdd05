import { describe, expect, it } from 'vitest'
import { creditCheck, readCreditCode } from '../../src/sites/credit_code'

describe('a credit code', () => {
  it.each(['914403001922038216', '91440300708461136T', '91330100799655058B', '91350100M000100Y43', '91620100MA00000072', '93620321MA0000007K', '12630000MB0000000J', '52632200MJX00000XD'])('%s is good', (code) => {
    expect(readCreditCode(` ${code.toLowerCase()} `)).toMatchObject({ text: code })
  })
  it.each([
    ['91350100M000100Y4Z', 'code_letter'],
    ['91350100M000100Y44', 'code_check'],
    ['93620321MA0000007', 'code_length'],
    ['99620321MA0000007K', 'code_prefix'],
    ['9362032AMA0000007K', 'code_region'],
    ['', 'code_length'],
  ])('%s is not', (code, fault) => expect(readCreditCode(code)).toMatchObject({ fault }))
  it('with any one character changed is noticed', () => {
    const good = '93620321MA0000007K'
    for (let i = 0; i < 17; ++i) {
      for (const c of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (c !== good[i]) expect(creditCheck(good.slice(0, i) + c + good.slice(i + 1, 17))).not.toBe('K')
      }
    }
  })
})
