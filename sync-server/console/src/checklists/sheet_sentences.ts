/** A sentence of the library about a workbook, in the reader's language; one that is not known stays English. */
import type { Language } from '../i18n'
import { kSentences, kSuggestions, kWords } from './sheet_sentences_zh'

interface Rule {
  matches: RegExp
  /** What it becomes, with {} or {n} for what was named. */
  says: string
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
function ruleOf([english, says]: readonly [string, string]): Rule {
  return { matches: new RegExp(`^${english.split('{}').map(escaped).join('([^]*?)')}$`), says }
}
/** How much of it is fixed: among rules that match the one that says most is meant. */
const fixed = (english: string) => english.replaceAll('{}', '').length
const byWeight = (all: readonly (readonly [string, string])[]) => [...all].sort((a, b) => fixed(b[0]) - fixed(a[0])).map(ruleOf)

let sentences: Rule[] | null = null
let suggestions: Rule[] | null = null

function by(rules: Rule[], text: string): string | null {
  for (const { matches, says } of rules) {
    const found = matches.exec(text)
    if (!found) continue
    const named = found.slice(1).map((one) => kWords[one] ?? one)
    let next = 0
    return says.replace(/\{(\d*)\}/g, (_, n: string) => named[n === '' ? next++ : Number(n)] ?? '')
  }
  return null
}

/** null: the library says it, and nobody here knows it in Chinese yet. */
export function inChinese(sentence: string): string | null {
  sentences ??= byWeight(kSentences)
  suggestions ??= byWeight(kSuggestions)
  const at = /^(?:line (\d+), )?column (\d+): ([^]+)$/.exec(sentence)
  if (at) {
    const rest = inChinese(at[3]!) ?? at[3]!
    return at[1] ? `第 ${at[1]} 行第 ${at[2]} 个字符：${rest}` : `第 ${at[2]} 个字符：${rest}`
  }
  const whole = by(sentences, sentence)
  // A suggestion may itself hold a semicolon: the last that is one is taken off.
  const cut = sentence.lastIndexOf('; ')
  if (cut < 0) return whole
  const [head, tail] = [by(sentences, sentence.slice(0, cut)), by(suggestions, sentence.slice(cut + 2))]
  return head !== null && tail !== null ? `${head}；${tail}` : whole
}

/** A warning tells its place itself: "survey, row 3, column type: …". */
function placed(warning: string): string | null {
  const found = /^([\w ]+?)(?:, row (\d+))?(?:, column ([^ ]+?))?: ([^]+)$/.exec(warning)
  if (!found) return null
  const said = inChinese(found[4]!)
  return said && `${[found[1], found[2] && `第 ${found[2]} 行`, found[3] && `${found[3]} 列`].filter(Boolean).join('，')}：${said}`
}

export function sheetWarning(warning: string, language: Language): string {
  return language === 'zh' ? (placed(warning) ?? inChinese(warning) ?? warning) : warning
}

export function sheetSentence(sentence: string, language: Language): string {
  return language === 'zh' ? (inChinese(sentence) ?? sentence) : sentence
}
