/**
 * The page that a paper's QR code opens. It has no account, keeps nothing (no cookie, no storage), and asks this server
 * alone; everything that it calls computed is computed here.
 */
import { readAddress } from './address'
import { readAnswer } from './answer'
import { check } from './check'
import { freshness } from './credential'
import { askCredential, credentialTitle, drawCredential, type CredentialOutcome } from './credential_page'
import { readFingerprint } from './fingerprint'
import { draw, type Issuer, type Outcome } from './page'
import { followSystem } from '../ui/system_theme'
import { readLanguage, writeLanguage, type Language } from './language'
import { kWords } from './words'
import './page.css'

const kPatienceMs = 20_000
const asked = readAddress(location.pathname, location.hash)
let language: Language = readLanguage()
let typed = asked.fingerprint
let digits = ''
let outcome: Outcome = { state: 'typing', fault: null }
let issuer: Issuer = { office: '', contact: '' }

function show(next: Outcome) {
  outcome = next
  if (asked.credential) return showCredential()
  const words = kWords[language]
  document.title = words.title
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.getElementById('page')!.replaceChildren(...draw({ digits, typed, outcome, issuer, host: location.host }, words, { language: changeLanguage, ask, retry: () => void run() }))
}

function changeLanguage() {
  language = language === 'zh' ? 'en' : 'zh'
  writeLanguage(language)
  show(outcome)
}

/** What was typed becomes the page's address, so that it can be kept and passed on. */
function ask(text: string) {
  typed = text
  const read = readFingerprint(text)
  if ('fault' in read) {
    show({ state: 'typing', fault: read.fault })
    document.getElementById('typed')?.focus()
    return
  }
  location.assign(`/verify/${read.digits}?language=${language}`)
}

/** null where nobody answers. */
async function get(path: string): Promise<{ status: number; body: string } | null> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), kPatienceMs)
  try {
    const answer = await fetch(path, { signal: stop.signal, cache: 'no-store', credentials: 'omit', redirect: 'error' })
    return { status: answer.status, body: await answer.text() }
  } catch {
    return null
  } finally {
    clearTimeout(late)
  }
}

async function outcomeOf(): Promise<Outcome> {
  if (asked.damaged) return { state: 'mismatch', why: 'code' }
  const said = await get(`/v1/public/records/${digits}`)
  if (!said) return { state: 'offline' }
  if (said.status === 404 && said.body.includes('"fingerprint_unknown"')) return { state: 'absent' }
  if (said.status === 429 || said.status >= 500) return { state: 'busy' }
  if (said.status !== 200) return { state: 'mismatch', why: 'answer' }
  try {
    const answer = readAnswer(said.body)
    const result = await check(digits, asked.pins, answer)
    return 'held' in result ? { state: 'genuine', answer, held: result.held, scanned: asked.pins !== null } : { state: 'mismatch', why: result.mismatch }
  } catch {
    return { state: 'mismatch', why: 'answer' }
  }
}

async function run() {
  show({ state: 'working' })
  show(await outcomeOf())
}

async function learnIssuer() {
  const said = await get('/v1/public/issuer')
  try {
    const { office, contact } = JSON.parse(said?.body ?? '') as Record<string, unknown>
    if (typeof office === 'string' && typeof contact === 'string') issuer = { office, contact }
    if (outcome.state !== 'typing' || document.activeElement?.id !== 'typed') show(outcome)
  } catch {
    // The page says "the issuing office" then.
  }
}

// A credential is another question, with a page of its own; it grows old while it is looked at.
let credential: CredentialOutcome = { state: 'working' }

function showCredential() {
  document.title = credentialTitle(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  const doings = { language: changeLanguage, retry: () => void runCredential() }
  document.getElementById('page')!.replaceChildren(...drawCredential({ outcome: credential, fragment: location.hash, language, issuer, now: Date.now() }, kWords[language], doings))
}

async function runCredential() {
  credential = { state: 'working' }
  showCredential()
  credential = await askCredential(location.hash, get)
  showCredential()
}

followSystem()
const read = readFingerprint(asked.fingerprint)
if (asked.credential) {
  let was = ''
  setInterval(() => {
    const is = credential.state === 'held' ? freshness(credential.held.at, Date.now()) : ''
    if (is !== was) showCredential()
    was = is
  }, 5000)
  void runCredential()
} else if ('digits' in read) {
  digits = read.digits
  void run()
} else {
  show({ state: 'typing', fault: asked.fingerprint === '' ? null : read.fault })
}
void learnIssuer()
