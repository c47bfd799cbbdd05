/**
 * The page on which a visited enterprise rates the visit, without an account: it keeps nothing (no cookie, no storage),
 * asks this server alone, solves the proof of work in a worker, and says who learns what of it before it sends.
 */
import { askIssuer } from '../public_form/call'
import { drawCodeForm } from '../public_form/code_form'
import { drawFrame } from '../public_form/frame'
import { el } from '../public_page/dom'
import { readLanguage, writeLanguage } from '../public_page/language'
import { followSystem } from '../ui/system_theme'
import { askVisit, send, type Fault, type Visit } from './api'
import { bodyOf, emptyDraft, lacksOf, readAddress } from './draft'
import { drawForm, drawHow, drawUsed } from './form_page'
import { kWords } from './words'
import '../public_page/page.css'
import '../public_form/form.css'
import './rate.css'

const state = {
  language: readLanguage(),
  page: 'code' as 'code' | 'form' | 'used' | 'done',
  code: '',
  visit: null as Visit | null,
  draft: emptyDraft(),
  issuer: { office: '', contact: '' },
  busy: null as 'working' | 'sending' | null,
  faults: [] as string[],
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

function content(): Node[] {
  const w = words()
  const { visit } = state
  if (state.page === 'done') return [el('section', { class: 'card' }, el('p', { 'data-test': 'done' }, w.doneLead)), drawHow(w)]
  if (state.page === 'form' && visit) return [...drawForm({ ...state, visit, words: w }, () => void submit()), drawHow(w)]
  if (state.page === 'used' && visit) return [drawUsed(visit, w)]
  return [...drawCodeForm(state.code, state.faults[0] ?? '', state.busy !== null, w, (code) => void look(code)), drawHow(w)]
}

function show(): void {
  drawFrame(words(), state.language, state.issuer, state.page === 'done', content(), changeLanguage)
}

function say(fault: Fault): void {
  Object.assign(state, { busy: null, faults: [words().faults[fault]] })
  show()
}

async function look(code: string): Promise<void> {
  Object.assign(state, { code, busy: 'sending', faults: [] })
  show()
  const visit = await askVisit(code)
  if (typeof visit === 'string') return say(visit)
  state.visit = visit
  if (visit.state === 'late') return say('late')
  go(visit.state === 'used' ? 'used' : 'form')
}

async function submit(): Promise<void> {
  if (state.busy) return
  state.faults = lacksOf(state.draft).map((lack) => words().lacks[lack])
  if (state.faults.length > 0) return show()
  state.busy = 'working'
  show()
  const fault = await send(bodyOf(state.code, state.draft), () => {
    state.busy = 'sending'
    show()
  })
  if (fault === 'used') return go('used')
  if (fault) return say(fault)
  Object.assign(state, { code: '', draft: emptyDraft() })
  // A look over the shoulder later finds no code.
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  go('done')
}

followSystem()
const code = readAddress(location.hash)
if (code === '') show()
else void look(code)
void askIssuer().then((issuer) => {
  state.issuer = issuer
  show()
})
