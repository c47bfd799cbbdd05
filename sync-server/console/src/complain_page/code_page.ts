/** The code that was given, and what became of a complaint. */
import { el, icon } from '../public_page/dom'
import type { Told } from './api'
import type { Words } from './words'

export function drawDone(code: string, w: Words, copied: boolean, doings: { copy(): void; look(): void }): Node[] {
  const copy = el('button', { type: 'button', class: 'plain', 'data-test': 'copy' }, copied ? w.copied : w.copy)
  copy.addEventListener('click', doings.copy)
  const look = el('button', { type: 'button', class: 'primary', 'data-test': 'look-now' }, w.lookNow)
  look.addEventListener('click', doings.look)
  return [
    el('section', { class: 'card' }, el('p', {}, w.doneLead), el('p', { class: 'label' }, w.codeLabel), el('p', { class: 'mono code', 'data-test': 'code' }, code), copy, el('p', { class: 'quiet' }, w.doneNote)),
    look,
  ]
}

const kBand: Record<string, string> = { received: 'working', accepted: 'absent', not_accepted: 'mismatch', answered: 'genuine' }

export function drawTold(told: Told, w: Words): Node[] {
  const row = (name: string, value: string | undefined, test: string) => (value === undefined ? [] : [el('p', {}, el('span', { class: 'quiet' }, `${name}　`), el('strong', { 'data-test': test }, value))])
  const due = told.due && `${told.due.day}${told.due.counted === 'calendar' ? w.calendar : ''}`
  return [
    el('div', { class: `band ${kBand[told.state] ?? 'working'}`, role: 'status', 'data-test': 'told', 'data-state': told.state }, icon(told.state === 'answered' ? 'check' : 'circle'), el('div', {}, el('h1', {}, w.state[told.state] ?? told.state))),
    el(
      'section', { class: 'card' },
      ...row(w.receivedOn, told.received, 'received'), ...row(w.decidedOn, told.decided, 'decided'), ...row(told.state === 'received' ? w.dueAccept : w.due, due, 'due'), ...row(w.reason, told.reason, 'reason'),
      ...row(w.answeredOn, told.answered, 'answered'), ...row(w.outcome, told.outcome && (w.outcomes[told.outcome] ?? told.outcome), 'outcome'),
      ...(told.answer === undefined ? [] : [el('p', { class: 'label' }, w.answer), el('p', { class: 'answer', 'data-test': 'answer' }, told.answer)]),
    ),
  ]
}
