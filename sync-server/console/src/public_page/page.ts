/** What the page shows for each outcome: one band, what this phone computed, what the issuing office states. */
import { sha256Hex } from '../crypto/sha256'
import type { Answer } from './answer'
import { momentText, timeBracket } from './bracket'
import type { Held, Mismatch } from './check'
import { el, icon } from './dom'
import { grouped, type FingerprintFault } from './fingerprint'
import { contactOf, type Words } from './words'

export type Outcome =
  | { state: 'typing'; fault: FingerprintFault | null }
  | { state: 'working' }
  | { state: 'genuine'; answer: Answer; held: Held; scanned: boolean }
  | { state: 'absent' }
  | { state: 'mismatch'; why: Mismatch | 'code' }
  | { state: 'offline' | 'busy' }

/** Of whom the page is: the server's word, asked for beside the answer. */
export interface Issuer {
  office: string
  contact: string
}

export interface Doings {
  language(): void
  ask(text: string): void
  retry(): void
}

export interface Shown {
  digits: string
  typed: string
  outcome: Outcome
  issuer: Issuer
  host: string
}

const card = (title: string, side: string, ...children: (Node | string | null | false)[]) =>
  el('section', { class: 'card' }, el('div', { class: 'head' }, el('h2', {}, title), side !== '' && el('span', { class: 'quiet' }, side)), ...children)

function band({ outcome }: Shown, w: Words): HTMLElement | null {
  const made = (kind: string, drawn: Parameters<typeof icon>[0], title: string, by: string) =>
    el('div', { class: `band ${kind}`, role: 'status', 'data-test': 'band', 'data-state': kind }, icon(drawn), el('div', {}, el('h1', {}, title), by !== '' && el('p', {}, by)))
  switch (outcome.state) {
    case 'typing':
      return null
    case 'working':
      return made('working', 'circle', w.working, '')
    case 'genuine':
      return outcome.scanned ? made('genuine', 'shield', w.genuine, w.genuineBy) : made('genuine', 'shield', w.listed, w.listedBy)
    case 'absent':
      return made('absent', 'diamond', w.absent, w.absentBy)
    case 'mismatch':
      return made('mismatch', 'alert', w.mismatch, outcome.why === 'code' ? w.code : w.mismatchBy[outcome.why])
    case 'offline':
      return made('offline', 'circle', w.offline, w.offlineBy)
    case 'busy':
      return made('offline', 'circle', w.busy, w.busyBy)
  }
}

function fingerprintCard(digits: string, w: Words): HTMLElement {
  const half = digits.length / 2
  return card(w.fingerprint, w.compare, el('p', { class: 'mono', 'data-test': 'fingerprint' }, grouped(digits.slice(0, half)), el('br'), grouped(digits.slice(half))))
}

function whenCard(answer: Answer, held: Held, w: Words): HTMLElement | null {
  if (!held.first.time) return null
  const before = new Date(held.first.time)
  const after = answer.says?.after ? new Date(answer.says.after) : null
  const at = answer.says ? new Date(answer.says.at) : null
  return card(w.when, '', timeBracket({ after, at, before }, w), el('p', { class: 'quiet' }, w.bracket(after ? momentText(after) : '', momentText(before))))
}

/** Which signed PDFs were issued, and whether one in the reader's hand is among them: hashed here, sent nowhere. */
function issuedCard(answer: Answer, w: Words): HTMLElement | null {
  if (answer.issued.length === 0) return null
  const verdict = el('p', { role: 'status', 'data-test': 'issued-verdict' })
  const file = el('input', { type: 'file', accept: 'application/pdf,.pdf', id: 'issued-file', class: 'hidden', 'data-test': 'issued-file' })
  file.addEventListener('change', () => {
    const chosen = file.files?.[0]
    if (!chosen) return
    void chosen.arrayBuffer().then(async (content) => {
      const hex = await sha256Hex(new Uint8Array(content))
      const same = answer.issued.some((one) => one.pdf === hex)
      verdict.dataset.same = String(same)
      verdict.replaceChildren(icon(same ? 'check' : 'alert'), el('span', {}, `${same ? w.issuedSame : w.issuedOther} (SHA-256 ${hex.slice(0, 16)}…)`))
      file.value = ''
    })
  })
  return card(
    w.issuedTitle,
    '',
    el('p', { class: 'quiet' }, w.issuedHint),
    ...answer.issued.map((one) => el('p', { 'data-test': 'issued' }, `${w.paper(one.paper)} · ${momentText(new Date(one.at))}`, el('br'), el('span', { class: 'mono' }, `SHA-256 ${one.pdf}`))),
    file,
    el('label', { for: 'issued-file', class: 'button' }, w.issuedPick),
    verdict,
  )
}

const checks = (lines: string[]) => el('ul', { class: 'checks' }, ...lines.map((line) => el('li', {}, icon('check'), el('span', {}, line))))

function genuineCards({ outcome, digits }: Shown, w: Words): (HTMLElement | null)[] {
  if (outcome.state !== 'genuine') return []
  const { answer, held, scanned } = outcome
  const n = (value: number) => value.toLocaleString('en-US')
  const events = answer.since.map((s) =>
    el('p', { class: 'event', 'data-test': 'since' }, icon('diamond'), el('span', {}, w.since(s, momentText(new Date(s.at))), s.fingerprint !== '' && el('a', { href: `/verify/${s.fingerprint}`, class: 'mono' }, grouped(s.fingerprint)))),
  )
  return [
    ...(events.length > 0 ? [el('section', { class: 'card changed' }, ...events)] : []),
    fingerprintCard(digits, w),
    whenCard(answer, held, w),
    card(w.computed, '', checks([scanned ? w.computedLeaf(n(answer.index)) : w.computedTyped(n(answer.index)), w.computedLog(n(held.newest.size)), ...(scanned ? [w.computedKey] : [])])),
    card(
      w.stated,
      '',
      el('p', { class: 'quiet' }, w.statedHint),
      el('p', { 'data-test': 'stated' }, answer.says ? w.says(answer.says) : w.statedNothing),
      answer.says && events.length === 0 && el('p', {}, w.sinceNone),
      el('p', {}, w.statedHash(n(answer.index))),
      !scanned && el('p', {}, w.keyTyped(grouped(held.keyDigits))),
    ),
    issuedCard(answer, w),
    el('details', { class: 'card' }, el('summary', {}, w.meansTitle), el('ul', { class: 'means' }, ...w.means(location.host).map((line) => el('li', {}, line)))),
    el('p', { class: 'private' }, icon('lock'), el('span', {}, w.private)),
  ]
}

function typingCard({ outcome, typed }: Shown, w: Words, doings: Doings): HTMLElement {
  const fault = outcome.state === 'typing' ? outcome.fault : null
  const field = el('textarea', { id: 'typed', rows: '2', maxlength: '5000', autocapitalize: 'off', autocomplete: 'off', spellcheck: 'false', class: 'mono', 'data-test': 'typed', ...(fault && { 'aria-invalid': 'true', 'aria-describedby': 'fault' }) })
  field.value = typed
  const form = el(
    'form',
    { class: 'card' },
    el('h1', {}, w.typeTitle),
    el('label', { for: 'typed', class: 'hidden' }, w.typeLabel),
    field,
    fault && el('p', { id: 'fault', class: 'fault', role: 'alert', 'data-test': 'fault' }, w.fault(fault)),
    el('p', { class: 'quiet' }, w.typeHint),
    el('button', { class: 'primary', 'data-test': 'check' }, w.typeButton),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    doings.ask(field.value)
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    doings.ask(field.value)
  })
  return form
}

/** The whole page, made anew. */
export function draw(shown: Shown, w: Words, doings: Doings): Node[] {
  const { outcome, issuer, digits } = shown
  const switcher = el('button', { class: 'plain', 'data-test': 'language' }, w.other)
  switcher.addEventListener('click', doings.language)
  const head = el('header', {}, icon('plumb'), el('span', { class: 'office' }, issuer.office || w.nobody), switcher)
  const main = el('main', {})
  if (outcome.state === 'typing') main.append(typingCard(shown, w, doings))
  for (const one of genuineCards(shown, w)) if (one) main.append(one)
  const failed = outcome.state === 'absent' || outcome.state === 'mismatch'
  if (failed) {
    if (digits) main.append(fingerprintCard(digits, w))
    main.append(card(outcome.state === 'absent' ? w.askTitle : w.tellTitle, '', outcome.state === 'mismatch' ? el('p', {}, w.wrongDo) : null, el('p', { 'data-test': 'tell' }, contactOf(w, issuer))))
  }
  if (outcome.state === 'offline' || outcome.state === 'busy') {
    if (digits) main.append(fingerprintCard(digits, w))
    const again = el('button', { class: 'primary', 'data-test': 'retry' }, w.retry)
    again.addEventListener('click', doings.retry)
    main.append(again)
  }
  if (outcome.state === 'genuine') main.append(el('p', { class: 'tell' }, w.tellTitle, el('br'), contactOf(w, issuer)))
  if (outcome.state !== 'typing' && outcome.state !== 'working') main.append(el('a', { class: 'button', href: '/verify/', 'data-test': 'another' }, w.typeAgain))
  const top = band(shown, w)
  return top ? [head, top, main] : [head, main]
}
