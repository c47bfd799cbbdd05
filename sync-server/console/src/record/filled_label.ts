/**
 * Labels with what was answered in their ${question} places, as the tablet shows them. Computed answers are in no record: "…"
 * stands for them until the engine runs here.
 */
import { say, type LocalText, type Question } from '../checklist/document'

/** The questions of a whole document by id, those in groups and repeats too. */
export function questionsById(items: { questions: Question[] }[]): Map<string, Question> {
  const out = new Map<string, Question>()
  const walk = (list: Question[]) => {
    for (const q of list) {
      out.set(q.id, q)
      if (q.questions) walk(q.questions)
    }
  }
  for (const item of items) walk(item.questions)
  return out
}

/** `near`: the answers as they are seen from there (placed.ts, scope). A name that is no question's leaves nothing. */
export function filledLabel(label: LocalText | undefined, near: Record<string, string>, byId: Map<string, Question>, language: string): string {
  return say(label, language).replace(/\$\{([^}]*)\}/g, (_, id: string) => {
    const named = byId.get(id)
    if (!named) return ''
    const value = near[id]
    if (value === undefined) return named.calculation ? '…' : ''
    return named.choices.length === 0 ? value : value.split(' ').map((name) => say(named.choices.find((c) => c.name === name)?.label, language) || name).join(language.startsWith('zh') ? '、' : ', ')
  })
}
