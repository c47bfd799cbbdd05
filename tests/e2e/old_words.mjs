// Words of the language that was left, on a page whose language changed: the step `words` of the driver tells what a page
// says before, at the moment after, and once it has changed back (mobile/DRIVE.md); here is judged which of it is old.
// What people and checklists wrote is Chinese in our samples: Chinese counts as old where it is a sentence of the app (all
// of what stands between two dots, or the longest piece of it), English where its words are the app's alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { top } from '../../tools/stage/stage.mjs'

const plain = (xml) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const catalogue = [...readFileSync(join(top, 'assets/translations/plumbline_en.ts'), 'utf8').matchAll(/<source>([\s\S]*?)<\/source>[\s\S]*?<translation>([\s\S]*?)<\/translation>/g)].map(([, source, translation]) => ({
  source: plain(source),
  told: [...translation.matchAll(/<numerusform>([\s\S]*?)<\/numerusform>/g)].map(([, form]) => plain(form)).join(' ') || plain(translation),
}))
const chinese = /[\u3400-\u9fff]/g
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const slot = /%(?:L?\d|n)/

// Two characters are a name as often as a word; three are enough together with a place for a figure.
const sentences = catalogue.filter(({ source, told }) => source !== told && (source.match(chinese)?.length ?? 0) >= 2)
const whole = new Set(sentences.map(({ source }) => source).filter((source) => !slot.test(source)))
const open = sentences.map(({ source }) => source).filter((source) => slot.test(source) && source.match(chinese).length >= 2).map((source) => new RegExp(`^${escaped(source).replace(/%(?:L?\d|n)/g, '(.+?)')}$`, 's'))
const words = (text) => text.match(/(?<![\w./@-])[A-Za-z]?[a-z]{3,}(?![\w./@-])/g) ?? []
const foreign = new Set(catalogue.flatMap(({ source }) => words(source).map((word) => word.toLowerCase())))
const english = new Set(catalogue.flatMap(({ told }) => words(told).map((word) => word.toLowerCase())).filter((word) => !foreign.has(word) && !/^[a-f]+$/.test(word)))

const pieces = (text) => [text, ...text.split(/ · |\n|　/)]
function isOldChinese(text) {
  if (text.match(chinese) === null) return false
  return pieces(text).some((piece) => whole.has(piece.trim()) || open.some((pattern) => pattern.exec(piece.trim())?.slice(1).every((part) => part.length < 40)))
}
const isOldEnglish = (text) => words(text).filter((word) => english.has(word.toLowerCase())).length >= 2 || (words(text).length === 1 && english.has(words(text)[0].toLowerCase()) && words(text)[0] === text.trim())

// Sentences about every page that still says something in the language it left. `written`: what people wrote, which stays.
export function oldWords(out, written = []) {
  const faults = []
  for (const [, where, json] of out.matchAll(/^words (.*?) (\{.*\})$/gm)) {
    const { language, before, other, after } = JSON.parse(json)
    const [old, back] = language === 'zh' ? [isOldChinese, isOldEnglish] : [isOldEnglish, isOldChinese]
    const add = (texts, judge, when) => {
      for (const text of new Set(texts)) if (judge(text) && !written.some((own) => (own instanceof RegExp ? own.test(text) : own === text))) faults.push(`${where}: ${when}: ${JSON.stringify(text.slice(0, 160))}`)
    }
    if (before.length === 0) faults.push(`${where}: nothing was to be read`)
    add(other, old, language === 'zh' ? 'in English' : 'in Chinese')
    add(after, back, language === 'zh' ? 'back in Chinese' : 'back in English')
  }
  return faults
}
