/** Where somebody types a code that she was given. */
import { el } from '../public_page/dom'

export interface CodeWords {
  lookTitle: string
  codeLabel: string
  codeHint: string
  look: string
}

/** `fault`: a sentence, or ''. */
export function drawCodeForm(typed: string, fault: string, busy: boolean, w: CodeWords, look: (code: string) => void): Node[] {
  const box = el('input', { id: 'code', class: 'field mono', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', 'aria-describedby': 'code-hint', 'data-test': 'typed-code' })
  box.value = typed
  const form = el(
    'form', { class: 'card' },
    el('h1', {}, w.lookTitle), el('label', { for: 'code' }, w.codeLabel), box, el('p', { class: 'quiet', id: 'code-hint' }, w.codeHint),
    el('div', { role: 'alert', 'data-test': 'faults' }, fault !== '' && el('p', { class: 'fault' }, fault)),
    el('button', { type: 'submit', class: 'primary', 'data-test': 'look', ...(busy && { disabled: '' }) }, w.look),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    look(box.value)
  })
  return [form]
}
