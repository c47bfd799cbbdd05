/**
 * 统一社会信用代码, the unified social credit code of GB 32100-2015, by the rule of shared/domain/credit_code.h: both are held
 * to the codes of DOMAIN.md.
 */
const kAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const kWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const kBodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]
/** Which kinds of body each registering authority registers. */
const kPrefix = /^(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)/

export type CodeFault = 'code_length' | 'code_letter' | 'code_prefix' | 'code_region' | 'code_check'

/** `text`: as it is written, in capitals. `warns`: the organisation code within does not fit its own check character. */
export type CodeReading = { text: string; warns: boolean } | { fault: CodeFault; params: Record<string, string | number> }

export function readCreditCode(input: string): CodeReading {
  const text = input.trim().toUpperCase()
  if (text.length !== 18) return { fault: 'code_length', params: { n: text.length } }
  const odd = [...text].findIndex((c) => !kAlphabet.includes(c))
  if (odd >= 0) return { fault: 'code_letter', params: { n: odd + 1, letter: text[odd]! } }
  if (!kPrefix.test(text)) return { fault: 'code_prefix', params: { prefix: text.slice(0, 2) } }
  if (!/^\d{6}$/.test(text.slice(2, 8))) return { fault: 'code_region', params: {} }
  if (creditCheck(text.slice(0, 17)) !== text[17]) return { fault: 'code_check', params: { last: text[17]! } }
  return { text, warns: bodyCheck(text.slice(8, 16)) !== text[16] }
}

export function creditCheck(first17: string): string {
  const sum = [...first17].reduce((n, c, i) => n + kAlphabet.indexOf(c) * kWeights[i]!, 0)
  return kAlphabet[(31 - (sum % 31)) % 31]!
}

function bodyCheck(first8: string): string {
  const sum = [...first8].reduce((n, c, i) => n + (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55) * kBodyWeights[i]!, 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
