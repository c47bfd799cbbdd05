/**
 * The page on which anybody complains, without an account: it keeps nothing (no cookie, no storage), asks this server
 * alone, solves the proof of work in a worker, and shows the code by which the answer is read later.
 */
import { el } from '../public_page/dom'
import { readLanguage, writeLanguage } from '../public_page/language'
import { followSystem } from '../ui/system_theme'
import { askIssuer } from '../public_form/call'
import { drawCodeForm } from '../public_form/code_form'
import { drawFrame } from '../public_form/frame'
import { readAddress } from './address'
import { askAbout, lookUp, send, type AboutTold, type Told } from './api'
import { drawDone, drawTold } from './code_page'
import { bodyOf, emptyDraft, lacksOf } from './draft'
import { drawForm } from './form_page'
import { kMostPhotos, shrink, toBase64 } from './photo'
import { kWords, type SendFault } from './words'
import '../public_page/page.css'
import '../public_form/form.css'
import './complain.css'

const state = {
  language: readLanguage(),
  page: 'form' as 'form' | 'done' | 'code' | 'told',
  draft: emptyDraft(),
  about: null as AboutTold | null,
  issuer: { office: '', contact: '' },
  busy: null as 'working' | 'sending' | null,
  faults: [] as string[],
  code: '',
  copied: false,
  told: null as Told | null,
}

const words = () => kWords[state.language]

function changeLanguage(): void {
  state.language = state.language === 'zh' ? 'en' : 'zh'
  state.faults = []
  writeLanguage(state.language)
  show()
}

function go(page: typeof state.page): void {
  Object.assign(state, { page, faults: [], busy: null })
  show()
  document.querySelector<HTMLElement>('#page main')?.focus()
}

function link(text: string, test: string, page: 'form' | 'code'): HTMLElement {
  const button = el('button', { type: 'button', class: 'plain', 'data-test': test }, text)
  button.addEventListener('click', () => go(page))
  return button
}

function content(): Node[] {
  const w = words()
  switch (state.page) {
    case 'form':
      return [...drawForm({ ...state, words: w }, { send: () => void submit(), addPhoto: (file) => void addPhoto(file), removePhoto, changed: show }), link(w.lookLink, 'to-code', 'code')]
    case 'done':
      return [...drawDone(state.code, w, state.copied, { copy: () => void copy(), look: () => void look(state.code) })]
    case 'code':
      return [...drawCodeForm(state.code, state.faults[0] ?? '', state.busy !== null, w, (code) => void look(code)), link(w.formLink, 'to-form', 'form')]
    case 'told':
      return [...(state.told ? drawTold(state.told, w) : []), link(w.lookTitle, 'to-code', 'code')]
  }
}

function show(): void {
  drawFrame(words(), state.language, state.issuer, state.page === 'done', content(), changeLanguage)
}

function removePhoto(at: number): void {
  state.draft.photos.splice(at, 1)
  show()
}

async function addPhoto(file: File): Promise<void> {
  const jpeg = state.draft.photos.length < kMostPhotos ? await shrink(file) : null
  state.faults = jpeg ? [] : [words().noImage]
  if (jpeg) state.draft.photos.push(toBase64(jpeg))
  show()
}

function say(fault: SendFault): void {
  Object.assign(state, { busy: null, faults: [words().faults[fault]] })
  show()
}

async function submit(): Promise<void> {
  if (state.busy) return
  state.faults = lacksOf(state.draft).map((lack) => words().lacks[lack])
  if (state.faults.length > 0) return show()
  state.busy = 'working'
  show()
  const answer = await send(bodyOf(state.draft), () => {
    state.busy = 'sending'
    show()
  })
  if (typeof answer === 'string') return say(answer)
  Object.assign(state, { code: answer.code, draft: emptyDraft() })
  go('done')
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(state.code)
    state.copied = true
  } catch {
    // It stands on the screen to be written down.
  }
  show()
}

async function look(code: string): Promise<void> {
  Object.assign(state, { code, busy: 'sending', faults: [] })
  const answer = await lookUp(code)
  state.busy = null
  if (typeof answer !== 'string') {
    state.told = answer
    return go('told')
  }
  state.page = 'code'
  state.faults = [answer === 'unknown' ? words().unknown : words().faults[answer]]
  show()
}

async function open(): Promise<void> {
  const asked = readAddress(location.hash)
  if (asked.page === 'code') return go('code')
  show()
  if (!asked.about) return
  state.about = await askAbout(asked.about.kind, asked.about.key)
  if (!state.about) {
    state.faults = [words().faults.about_unknown]
  } else if (asked.about.kind === 'programme') {
    state.draft.programme = asked.about.key
  } else {
    Object.assign(state.draft, { kind: asked.about.kind, key: asked.about.key })
  }
  show()
}

followSystem()
void open()
void askIssuer().then((issuer) => {
  state.issuer = issuer
  show()
})
