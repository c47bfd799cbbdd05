/** The questions with their marks. What was chosen stays in `draft` when the page is drawn anew. */
import { regionNameIn } from '../base/region_table'
import { el } from '../public_page/dom'
import type { Visit } from './api'
import { kMarks, kQuestions, type Draft, type Question } from './draft'
import type { Language, Words } from './words'

export interface FormShown {
  draft: Draft
  visit: Visit
  language: Language
  words: Words
  busy: 'working' | 'sending' | null
  /** Sentences. */
  faults: string[]
}

function question(name: Question, { draft, words: w }: FormShown): HTMLElement {
  const marks = kMarks.map((mark) => {
    const input = el('input', { type: 'radio', name, value: String(mark), 'data-test': `${name}-${mark}`, 'aria-label': `${mark} ${w.marks[mark - 1]}` })
    input.checked = draft.marks[name] === mark
    input.addEventListener('change', () => {
      draft.marks[name] = mark
    })
    return el('label', { class: 'mark' }, input, el('span', { class: 'number', 'aria-hidden': 'true' }, String(mark)), el('span', { class: 'meaning', 'aria-hidden': 'true' }, w.marks[mark - 1]!))
  })
  return el('fieldset', { 'data-test': `question-${name}` }, el('legend', {}, w.questions[name]), el('div', { class: 'marks' }, ...marks))
}

export function drawForm(shown: FormShown, send: () => void): Node[] {
  const { draft, visit, words: w, language, busy, faults } = shown
  const text = el('textarea', { id: 'text', rows: '3', 'aria-describedby': 'text-hint', 'data-test': 'text' })
  text.value = draft.text
  text.addEventListener('input', () => {
    draft.text = text.value
  })
  const form = el(
    'form', { class: 'card', novalidate: '' },
    el('h1', {}, w.title), el('p', { class: 'quiet' }, w.lead),
    el('p', {}, el('span', { class: 'quiet' }, `${w.visit}　`), el('strong', { 'data-test': 'day' }, visit.day), el('br'), el('span', { class: 'quiet' }, `${w.office}　`), el('strong', { 'data-test': 'office' }, regionNameIn(visit.office, language))),
    ...kQuestions.map((name) => question(name, shown)),
    ...(visit.texts ? [el('label', { for: 'text' }, w.text), text, el('p', { class: 'quiet', id: 'text-hint' }, w.textHint)] : [el('p', { class: 'quiet' }, w.noTexts)]),
    el('div', { role: 'alert', 'data-test': 'faults' }, ...faults.map((f) => el('p', { class: 'fault' }, f))),
    el('button', { type: 'submit', class: 'primary', 'data-test': 'send', ...(busy && { disabled: '' }) }, busy ? w[busy] : w.send),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })
  return [form]
}

/** Who learns what of it, said before anything is sent. */
export function drawHow(w: Words): HTMLElement {
  return el('section', { class: 'card', 'data-test': 'how' }, el('h2', {}, w.howTitle), el('ul', { class: 'how' }, ...w.how.map((one) => el('li', {}, one))))
}

export function drawUsed(visit: Visit, w: Words): HTMLElement {
  return el('section', { class: 'card', 'data-test': 'used' }, el('p', {}, w.used), el('p', {}, w.usedBy, ' ', el('a', { href: `/complain#p=${encodeURIComponent(visit.inspector)}`, 'data-test': 'complain' }, w.complain)))
}
