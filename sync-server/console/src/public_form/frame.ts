/** What stands around each page on which people without an account write: whose it is, the language, and what is kept of them. */
import { el, icon } from '../public_page/dom'
import type { Language } from '../public_page/language'
import type { Issuer } from './call'

export interface FrameWords {
  title: string
  /** The other language, by its own name. */
  other: string
  nobody: string
  doneTitle: string
  private: string
  tell: string
}

/** `done`: what was sent has arrived. The element that had the focus has it again. */
export function drawFrame(w: FrameWords, language: Language, issuer: Issuer, done: boolean, content: Node[], changeLanguage: () => void): void {
  document.title = w.title
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  const focused = document.activeElement?.id
  const switcher = el('button', { class: 'plain', 'data-test': 'language' }, w.other)
  switcher.addEventListener('click', changeLanguage)
  const head = el('header', {}, icon('plumb'), el('span', { class: 'office' }, issuer.office || w.nobody), switcher)
  const band = done && el('div', { class: 'band genuine', role: 'status' }, icon('check'), el('div', {}, el('h1', {}, w.doneTitle)))
  const contact = [issuer.office, issuer.contact].filter(Boolean).join('：')
  const main = el('main', { tabindex: '-1' }, ...content, el('p', { class: 'private' }, icon('lock'), el('span', {}, w.private)), contact !== '' && el('p', { class: 'tell' }, `${w.tell}　${contact}`))
  document.getElementById('page')!.replaceChildren(head, ...(band ? [band] : []), main)
  if (focused) document.getElementById(focused)?.focus()
}
