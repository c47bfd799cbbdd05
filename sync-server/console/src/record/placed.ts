/** Where the answers of an item stand: its questions in the document's order, those of repeats once for each instance (RECORDS.md). */
import { say, type Question } from '../checklist/document'

type Answers = Record<string, string>

export interface Placed {
  /** "days", "plots[2]/area"; of an instance's heading "plots[2]", of a repeat's own answer "plots". */
  key: string
  question: Question
  /** Groups and instances around it. */
  depth: number
  /** A group's title or an instance's name, over what stands in it; '' for what is not shown itself. */
  heading?: string
}

/** A record may state what it likes: more instances than people make by hand are not walked through. */
const kMostInstances = 1000

export function placed(questions: Question[], answers: Answers, language: string): Placed[] {
  const keys = Object.keys(answers)
  const walk = (list: Question[], way: string, depth: number): Placed[] =>
    list.flatMap((question) => {
      const key = way + question.id
      if (question.questions === undefined) return [{ key, question, depth }]
      const label = say(question.label, language)
      if (question.type !== 'repeat') {
        const inside = walk(question.questions, way, depth + 1)
        const title: Placed = { key, question, depth, heading: label }
        return label !== '' && inside.some((p) => (answers[p.key] ?? '') !== '') ? [title, ...inside] : inside
      }
      const count = instancesOf(answers[key], key, keys)
      const own: Placed = { key, question, depth, heading: '' }
      return [
        own,
        ...Array.from({ length: count }, (_, n) => n + 1).flatMap((n): Placed[] => [
          { key: `${key}[${n}]`, question, depth, heading: `${label || question.id} ${n}` },
          ...walk(question.questions!, `${key}[${n}]/`, depth + 1),
        ]),
      ]
    })
  return walk(questions, '', 0)
}

/** One where nobody has said, provided that anything was answered in it. */
function instancesOf(stated: string | undefined, key: string, keys: string[]): number {
  if (stated === undefined || stated === '') return keys.some((k) => k.startsWith(`${key}[1]/`)) ? 1 : 0
  return /^\d{1,7}$/.test(stated) ? Math.min(Number(stated), kMostInstances) : 0
}

/** The answers as they are seen from one: those of its own instance, and of the instances around it, by their ids alone. */
export function scope(answers: Answers, key: string): Answers {
  const ways = [...key.matchAll(/\//g)].map((m) => key.slice(0, m.index + 1))
  if (ways.length === 0) return answers
  const near: Answers = {}
  for (const way of ways) {
    for (const [k, value] of Object.entries(answers)) {
      if (k.startsWith(way) && !k.slice(way.length).includes('/')) near[k.slice(way.length)] = value
    }
  }
  return { ...answers, ...near }
}

/** The types whose text is not for reading as it stands; null for the others. */
export function typed(q: Question, value: string, language: string): string | null {
  const zh = language.startsWith('zh')
  const clock = (text: string) => (text.slice(5, 8) === ':00' || text.length < 8 ? text.slice(0, 5) : text.slice(0, 8))
  switch (q.type) {
    case 'time':
      return clock(value)
    case 'dateTime':
      return value.length > 11 ? `${value.slice(0, 10)} ${clock(value.slice(11))}` : value
    case 'acknowledge':
      return zh ? '已确认' : 'acknowledged'
    case 'rank':
      return value.split(' ').map((name) => say(q.choices.find((c) => c.name === name)?.label, language) || name).join(' > ')
    case 'image':
    case 'audio':
    case 'video':
    case 'file': {
      const count = value.split(' ').filter(Boolean).length
      return zh ? `${count} 个文件` : count === 1 ? '1 file' : `${count} files`
    }
    default:
      return null
  }
}
