/** The form: whom it is about, what happened, photos. What was typed stays in `draft` when the page is drawn anew. */
import { kRegions, regionNameIn } from '../base/region_table'
import { el } from '../public_page/dom'
import type { AboutTold } from './api'
import type { AboutKind, Draft } from './draft'
import { kMostPhotos } from './photo'
import type { Language, Words } from './words'

export interface FormShown {
  draft: Draft
  about: AboutTold | null
  language: Language
  words: Words
  busy: 'working' | 'sending' | null
  /** Sentences. */
  faults: string[]
}
export interface FormDoings {
  send(): void
  addPhoto(file: File): void
  removePhoto(at: number): void
  changed(): void
}

const provinces = kRegions.filter((r) => r.code.endsWith('0000'))
const isBelow = (code: string, province: string) => code.startsWith(province.slice(0, 2)) && !code.endsWith('0000')

function regionFields({ draft, words: w, language }: FormShown, doings: FormDoings): Node[] {
  const here = draft.key.length >= 2 ? `${draft.key.slice(0, 2)}0000` : ''
  const province = el('select', { id: 'province', class: 'field', 'data-test': 'province' }, el('option', { value: '' }, w.choose), ...provinces.map((r) => el('option', { value: r.code }, regionNameIn(r.code, language))))
  province.value = here
  province.addEventListener('change', () => {
    draft.key = province.value.slice(0, 2)
    doings.changed()
    document.getElementById('region')?.focus()
  })
  const region = el('select', { id: 'region', class: 'field', 'data-test': 'region' }, el('option', { value: here.slice(0, 2) }, w.choose), ...(here === '' ? [] : kRegions.filter((r) => isBelow(r.code, here))).map((r) => el('option', { value: r.code.endsWith('00') ? r.code.slice(0, 4) : r.code }, regionNameIn(r.code, language))))
  region.value = draft.key
  region.addEventListener('change', () => {
    draft.key = region.value
  })
  return [el('label', { for: 'province' }, w.province), province, el('label', { for: 'region' }, w.region), region]
}

function aboutFields(shown: FormShown, doings: FormDoings): Node[] {
  const { draft, about, words: w, language } = shown
  if (about && about.kind !== 'programme') {
    return [el('p', {}, el('span', { class: 'quiet' }, `${w.aboutThis}　`), el('strong', { 'data-test': 'about-name' }, about.name ?? about.key)), el('p', { class: 'quiet' }, about.kind === 'person' ? w.personHint : w.siteHint)]
  }
  const kinds: AboutKind[] = ['other', 'office']
  const radios = kinds.map((kind) => {
    const input = el('input', { type: 'radio', name: 'kind', value: kind, 'data-test': `kind-${kind}` })
    input.checked = draft.kind === kind
    input.addEventListener('change', () => {
      draft.kind = kind
      doings.changed()
    })
    return el('label', { class: 'choice' }, input, w.kinds[kind])
  })
  const programme = about && el('p', {}, el('strong', { 'data-test': 'about-name' }, about.title?.[language] ?? about.title?.zh ?? about.key))
  return [...(programme ? [programme] : []), el('fieldset', {}, el('legend', {}, w.about), ...radios), ...(draft.kind === 'office' ? [el('p', { class: 'quiet' }, w.officeHint)] : []), ...regionFields(shown, doings)]
}

function area(id: string, rows: number, value: string, take: (text: string) => void, hint: string): HTMLTextAreaElement {
  const box = el('textarea', { id, rows: String(rows), 'data-test': id, ...(hint !== '' && { 'aria-describedby': `${id}-hint` }) })
  box.value = value
  box.addEventListener('input', () => take(box.value))
  return box
}

export function drawForm(shown: FormShown, doings: FormDoings): Node[] {
  const { draft, words: w, busy, faults } = shown
  const file = el('input', { type: 'file', id: 'photo', accept: 'image/*', class: 'hidden', 'data-test': 'photo' })
  file.addEventListener('change', () => {
    for (const one of file.files ?? []) doings.addPhoto(one)
    file.value = ''
  })
  const photos = draft.photos.map((_, i) => {
    const remove = el('button', { type: 'button', class: 'plain', 'data-test': 'remove-photo', 'aria-label': `${w.remove} ${w.photoN(i + 1)}` }, w.remove)
    remove.addEventListener('click', () => doings.removePhoto(i))
    return el('li', {}, el('span', {}, w.photoN(i + 1)), remove)
  })
  const form = el(
    'form', { class: 'card', novalidate: '' },
    el('h1', {}, w.title), el('p', { class: 'quiet' }, w.lead),
    ...aboutFields(shown, doings),
    el('label', { for: 'words' }, w.words), area('words', 1, draft.words, (t) => { draft.words = t }, ''),
    el('label', { for: 'text' }, w.text), area('text', 6, draft.text, (t) => { draft.text = t }, w.textHint), el('p', { class: 'quiet', id: 'text-hint' }, w.textHint),
    el('p', { class: 'label' }, w.photos), photos.length > 0 && el('ul', { class: 'photos' }, ...photos),
    draft.photos.length < kMostPhotos && el('label', { for: 'photo', class: 'button add', tabindex: '-1' }, w.addPhoto), draft.photos.length < kMostPhotos && file,
    el('p', { class: 'quiet' }, w.photoHint),
    el('label', { for: 'contact' }, w.contact), area('contact', 1, draft.contact, (t) => { draft.contact = t }, w.contactHint), el('p', { class: 'quiet', id: 'contact-hint' }, w.contactHint),
    el('div', { role: 'alert', 'data-test': 'faults' }, ...faults.map((f) => el('p', { class: 'fault' }, f))),
    el('button', { type: 'submit', class: 'primary', 'data-test': 'send', ...(busy && { disabled: '' }) }, busy ? w[busy] : w.send),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    doings.send()
  })
  return [form]
}
