import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inChinese, sheetSentence, sheetWarning } from '../../src/checklists/sheet_sentences'
import { kSentences } from '../../src/checklists/sheet_sentences_zh'

const kLibrary = join(__dirname, '../../../../shared/checklist')
const kHan = /\p{Script=Han}/u

/** The arguments of a call whose bracket opens at `at`, split at its own commas. */
function argumentsAt(code: string, at: number): string[] {
  const out: string[] = []
  let depth = 0
  let begun = at + 1
  for (let i = at; i < code.length; ++i) {
    if (code[i] === '"') {
      for (++i; code[i] !== '"'; ++i) if (code[i] === '\\') ++i
      continue
    }
    if (code[i] === "'" && /['\\]/.test(code[i + 2]! + code[i + 1]!)) i += code[i + 1] === '\\' ? 3 : 2
    else if ('([{'.includes(code[i]!)) ++depth
    else if (')]}'.includes(code[i]!) && --depth === 0) return [...out, code.slice(begun, i)]
    else if (code[i] === ',' && depth === 1) {
      out.push(code.slice(begun, i))
      begun = i + 1
    }
  }
  return []
}

/** What is joined by + : texts as they stand, and {} for whatever else; suggestions come behind a sentence and are left out. */
function template(expression: string): string | null {
  const parts: string[] = []
  let depth = 0
  let begun = 0
  for (let i = 0; i < expression.length; ++i) {
    if (expression[i] === '"') for (++i; expression[i] !== '"'; ++i) if (expression[i] === '\\') ++i
    if ('([{'.includes(expression[i]!)) ++depth
    else if (')]}'.includes(expression[i]!)) --depth
    else if (expression[i] === '+' && depth === 0) {
      parts.push(expression.slice(begun, i))
      begun = i + 1
    }
  }
  parts.push(expression.slice(begun))
  const texts = parts.map((part) => {
    const literals = [...part.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]!)
    const rest = part.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/std::string|[()\s]/g, '')
    if (rest === '' && literals.length > 0) return literals.join('').replace(/\\(.)/g, '$1')
    return /didYouMean|questionHint|^meant$/.test(rest) ? '' : '{}'
  })
  const said = texts.join('')
  return /[a-z]{2,} [a-z]/.test(said) ? said : null
}

function sentencesOfTheLibrary(): string[] {
  const files = ['load', 'sheets'].flatMap((room) => readdirSync(join(kLibrary, room)).filter((f) => f.endsWith('.cpp')).map((f) => join(kLibrary, room, f)))
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\/[^\n]*/g, '')
    const calls = [...code.matchAll(/\b(?:problem|(?:m_context|context|notes|m_notes)\.add)\(/g)].map((m) => argumentsAt(code, m.index + m[0].length - 1).at(-1) ?? '')
    const wanted = [...code.matchAll(/\bwrong\(/g)].map((m) => argumentsAt(code, m.index + m[0].length - 1).at(-1) ?? '').map((one) => `"must be " + ${one} + "; it is missing"`)
    // Conditions give their sentence back.
    const given = file.endsWith('conditions.cpp') ? [...code.matchAll(/return (?=")([^;]+);/g)].map((m) => m[1]!) : []
    return [...calls, ...wanted, ...given]
  })
  return [...new Set(found.map(template).filter((s): s is string => s !== null))]
}

/** Put together of pieces that the source does not show beside each other; what they come to is asked for below. */
const kComposed: Record<string, string[]> = {
  'must be {}{}': ['must be an array; it is missing', 'must be text, not a number', 'must be one of a, b, not an object'],
  'must be {}': ['must be a number from 0 to 4 with at most three decimals'],
  '"{}" is no name: {}letters, digits, _ - . (at most {})': ['"1x" is no name: a letter or _ first, then letters, digits, _ - . (at most 64)', '"ü" is no name: letters, digits, _ - . (at most 64)'],
  'is no number; {}': ['is no number; write a number such as 8 or 0.5', 'is no number; write 50 where a percentage is meant, a share as 0.5'],
  "{}{}'): no question chooses from a list \"{}\", and there is no file of that name: look a value up with pulldata(), or name a list that a question chooses from": ["instance('a'): no question chooses from a list \"a\", and there is no file of that name: look a value up with pulldata(), or name a list that a question chooses from"],
}

describe('what is wrong with a workbook', () => {
  it('is said in Chinese, whatever sentence of the library it is', () => {
    const all = sentencesOfTheLibrary()
    expect(all.length).toBeGreaterThan(150)
    const said = all.flatMap((one) => kComposed[one] ?? [one.replaceAll('{}', 'x1')])
    expect(said.filter((one) => !kHan.test(inChinese(one) ?? ''))).toEqual([])
    expect(Object.keys(kComposed).filter((one) => !all.includes(one))).toEqual([])
  })

  it('names what the library names', () => {
    expect(inChinese('there is no fact "prodct"; did you mean "product"?')).toBe('没有名为“prodct”的事实；是不是“product”？')
    expect(inChinese('"renormalize" is none of leaves, full, forbidden')).toBe('“renormalize”不在这些之中：leaves, full, forbidden')
    expect(inChinese('must be text; it is missing')).toBe('必须是文字；现在没有写')
    expect(inChinese('must be an array, not an object')).toBe('必须是列表，不能是对象')
    expect(inChinese('a row of kind question has no points: it belongs to the row of its item')).toBe('问题行没有 points：它应当写在所属条目的那一行')
    expect(inChinese('is no number; write 50 where a percentage is meant, a share as 0.5')).toBe('不是数字；百分数写成 50，比例写成 0.5')
    expect(inChinese('must go on with and, or, or end, not "points"')).toBe('后面应当是 and、or，或者到此为止，不能是"points"')
    expect(inChinese('there is no section "s9"')).toBe('没有“s9”这个章节')
    expect(inChinese('column 1: there is no question ${b}; did you mean "bb"?')).toBe('第 1 个字符：没有名为 ${b} 的问题；是不是“bb”？')
    expect(inChinese('column 4: here must be a value, not the end')).toBe('第 4 个字符：这里应当是值，不能是结尾')
  })

  it('tells a warning by its place', () => {
    expect(sheetWarning('survey, row 3, column type: "audit" is not done: the row is not read', 'zh')).toBe('survey，第 3 行，type 列：不支持“audit”：这一行不读')
    expect(sheetWarning("survey, column hint::zh: is XLSForm's, and checklists do not use it: 1 cell is not read", 'zh')).toBe('survey，hint::zh 列：是 XLSForm 的列，检查表不用：有 1 个单元格不读')
    expect(sheetWarning('notes: this sheet is not read', 'zh')).toBe('notes：这张工作表不读')
    expect(sheetWarning('notes: this sheet is not read', 'en')).toBe('notes: this sheet is not read')
    const code = readFileSync(join(kLibrary, 'sheets/sheet_reader.cpp'), 'utf8') + readFileSync(join(kLibrary, 'sheets/read_rows.cpp'), 'utf8') + readFileSync(join(kLibrary, 'sheets/read_plain.cpp'), 'utf8') + readFileSync(join(kLibrary, 'sheets/read_survey.cpp'), 'utf8') + readFileSync(join(kLibrary, 'sheets/read_instances.cpp'), 'utf8')
    const all = [...code.matchAll(/\bwarn\(/g)].map((m) => template(argumentsAt(code, m.index + m[0].length - 1).at(-1) ?? '')).filter((s): s is string => s !== null)
    const said = all.map((one) => one.replace(/^\{\}(?=\w)/, 'survey, row 3, column ').replace(/\{\} not read$/, ' cells are not read').replaceAll('{}', 'x1').replace('row x1', 'row 3'))
    expect(said.length).toBeGreaterThan(10)
    expect(said.filter((one) => !kHan.test(sheetWarning(one, 'zh')))).toEqual([])
  })

  it('stays English where the reader reads English, and where nobody knows it', () => {
    expect(sheetSentence('must not be empty', 'en')).toBe('must not be empty')
    expect(sheetSentence('a sentence of tomorrow', 'zh')).toBe('a sentence of tomorrow')
  })

  it('has each sentence once, with as many names on either side', () => {
    expect(new Set(kSentences.map(([english]) => english)).size).toBe(kSentences.length)
    const names = (text: string) => [...text.matchAll(/\{\d*\}/g)].length
    for (const [english, chinese] of kSentences) expect([english, names(chinese)]).toEqual([english, names(english)])
  })

  it('is found quickly, however long what it names', () => {
    const begun = performance.now()
    for (let i = 0; i < 50; ++i) inChinese(`"${'must be '.repeat(2000)}" is none of ${'a, '.repeat(2000)}`)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
