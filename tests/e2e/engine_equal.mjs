// One engine everywhere: the browser's (WebAssembly, in Node) and the native one are asked the same, and must answer the same
// bytes: every fixture, 2,000 random answer sets, walks through sessions, every workbook, and requests that are none.
//   node tests/e2e/engine_equal.mjs [--seed N]
// Skipped (exit 77) where the machine's mirror had no sources to build the module from; tools/setup says so.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { bin, top } from '../../tools/stage/stage.mjs'

const at = process.argv.indexOf('--seed')
const seed = at > 0 ? Number(process.argv[at + 1]) : 20261129
const kSets = 2000

const module = join(top, 'sync-server/console/engine/engine.js')
if (!existsSync(module)) {
  console.log('skipped: the browser’s engine was not built, since this machine’s mirrors have no source packages (tools/setup)')
  process.exit(77)
}

// A small generator of our own, so that a seed is a run (mulberry32).
let state = seed >>> 0
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
const below = (n) => Math.floor(random() * n)
const oneOf = (list) => list[below(list.length)]

/** The module as the page has it, with the page's own hashes. */
async function browserEngine() {
  const require = createRequire(join(top, 'sync-server/console/package.json'))
  const legacy = await import(pathToFileURL(require.resolve('@noble/hashes/legacy.js')))
  const sha2 = await import(pathToFileURL(require.resolve('@noble/hashes/sha2.js')))
  const hashes = { ...legacy, ...sha2 }
  const { default: make } = await import(pathToFileURL(module))
  const built = await make({ digest: (name, bytes) => hashes[name](bytes), wasmBinary: readFileSync(module.replace(/\.js$/, '.wasm')) })
  return (request, attached = Buffer.alloc(0)) => {
    const text = Buffer.from(request, 'utf8')
    const room = built._engine_room(text.length + attached.length)
    built.HEAPU8.set(text, room)
    built.HEAPU8.set(attached, room + text.length)
    const begun = built._engine_call(text.length)
    return Buffer.from(built.HEAPU8.slice(begun, begun + built._engine_answer_size())).toString('utf8')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
const native = spawn(bin('engine_native'), [folder], { stdio: ['pipe', 'pipe', 'inherit'] })
const answers = createInterface({ input: native.stdout })[Symbol.asyncIterator]()
const browser = await browserEngine()

let asked = 0
let scored = 0
/** Asks both; the answer, once it is the same. */
async function both(request, attached) {
  const text = typeof request === 'string' ? request : JSON.stringify(request)
  native.stdin.write(text + (attached ? `\t${attached.toString('base64')}` : '') + '\n')
  const [{ value: there }, here] = [await answers.next(), browser(text, attached)]
  asked++
  if (here !== there) {
    let from = 0
    while (here[from] === there[from]) from++
    console.error(`seed ${seed}, request ${asked}: ${text.slice(0, 400)}`)
    console.error(`native:  …${there.slice(Math.max(0, from - 80), from + 200)}`)
    console.error(`browser: …${here.slice(Math.max(0, from - 80), from + 200)}`)
    throw new Error('the engines differ')
  }
  return JSON.parse(here)
}

const read = (path) => readFileSync(join(top, path))
const listOf = (path, ending) => readdirSync(join(top, path)).filter((name) => name.endsWith(ending)).map((name) => join(path, name))

async function open(path) {
  const answer = await both({ do: 'open', document: read(path).toString('utf8') })
  if (!answer.checklist) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 300)}`)
  return { path, handle: answer.checklist, document: JSON.parse(read(path)) }
}

/** What people type, and what nobody should: numbers at the edge of doubles, days that are none, another script's digits. */
const kNumbers = ['0', '1', '7', '-3', '0.1', '0.30000000000000004', '12.5', '99.995', '1e3', '007', '123456789012345', '9999999999999999999', '5.684341886080802e-14', '１２', '2.675', '1.005', '-0', '.5', '33.3333333333333']
const kTexts = ['', '是', '好的。', 'ﬁ', '𠮷野', 'a b', ' x ', '\u202e反', '“”']
const kDays = ['2026-11-29', '2024-02-29', '2025-02-29', '1999-12-31', '2026-13-01']

function valueOf(question, document) {
  if (random() < 0.15) return ''
  const choices = typeof question.choices === 'string' ? (document.choices?.[question.choices] ?? []) : Array.isArray(question.choices) ? question.choices : []
  const names = choices.map((choice) => choice.name)
  if (question.type === 'select_one' && names.length) return random() < 0.03 ? 'nothing of the kind' : oneOf(names)
  if (question.type === 'select_multiple' && names.length) return names.filter(() => random() < 0.4).join(' ')
  if (['integer', 'decimal', 'range'].includes(question.type)) return random() < 0.5 ? oneOf(kNumbers) : String(Math.round(random() * 2e5) / oneOf([1, 10, 1000]))
  if (['date', 'today'].includes(question.type)) return oneOf(kDays)
  if (question.type === 'time') return oneOf(['08:00:00.000', '23:59', '25:00'])
  if (question.type === 'datetime' || question.type === 'dateTime') return oneOf(['2026-11-29T08:00:00.000+08:00', '2026-11-29'])
  return oneOf(kTexts)
}

function questionsOf(list, prefix = '') {
  return (list ?? []).flatMap((question) => {
    if (question.type === 'group') return questionsOf(question.questions, prefix)
    if (question.type === 'repeat') {
      const count = 1 + below(3)
      const inside = Array.from({ length: count }, (_, i) => questionsOf(question.questions, `${prefix}${question.id}[${i + 1}]/`))
      return [{ key: prefix + question.id, count }, ...inside.flat()]
    }
    return [{ key: prefix + question.id, question }]
  })
}

const itemsOf = (document) => {
  const inSection = (section) => [...(section.items ?? []), ...(section.sections ?? []).flatMap(inSection)]
  return document.sections.flatMap(inSection)
}

function randomAnswers(document) {
  const out = { answers: {}, na: {}, notes: {}, zone: oneOf(['+08:00', '+06:00', '-03:30', '+00:00']), day: oneOf(kDays.slice(0, 2)) }
  for (const item of itemsOf(document)) {
    if (random() < 0.05) out.na[item.id] = '不涉及'
    if (random() < 0.1) out.notes[item.id] = oneOf(kTexts)
    for (const { key, count, question } of questionsOf(item.questions)) {
      const value = count ? String(count) : valueOf(question, document)
      if (value !== '') out.answers[key] = value
    }
  }
  for (const fact of document.facts ?? []) {
    if (random() < 0.7) (out.facts ??= {})[fact.id] = fact.choices?.length ? oneOf(fact.choices).name : oneOf(kNumbers)
  }
  return out
}

/** Sets one answer less of what was refused, until the rest is taken. */
async function score({ handle }, answers) {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await both({ do: 'score', checklist: handle, answers })
    if (!answer.error) {
      scored++
      return
    }
    const named = Object.keys(answers.answers).filter((key) => answer.error.detail.includes(key))
    for (const key of named.length ? named : [oneOf(Object.keys(answers.answers))]) delete answers.answers[key]
    for (const item of Object.keys(answers.na)) if (answer.error.detail.includes(item)) delete answers.na[item]
    if (answers.facts) for (const fact of Object.keys(answers.facts)) if (answer.error.detail.includes(fact)) delete answers.facts[fact]
    if (!Object.keys(answers.answers).length) return
  }
}

/** What another person contributed, on top of what stands here: as it is, and settled one way or the other. */
async function merges({ handle, document }, answers) {
  const others = randomAnswers(document)
  const theirs = {}
  for (const item of itemsOf(document)) {
    const keys = questionsOf(item.questions).map(({ key }) => key)
    const said = Object.fromEntries(keys.filter((key) => key in others.answers).map((key) => [key, others.answers[key]]))
    if (random() < 0.4) theirs[item.id] = { answers: said, ...(random() < 0.1 && { na: '不涉及' }), ...(random() < 0.2 && { files: [{ role: 'evidence', sha256: 'ab'.repeat(32) }] }) }
  }
  const first = await both({ do: 'merge', checklist: handle, answers, theirs })
  const settled = Object.fromEntries((first.divergent ?? []).map((item) => [item, oneOf(['mine', 'theirs', 'neither'])]))
  const second = await both({ do: 'merge', checklist: handle, answers: first.answers ?? {}, files: first.files ?? [], base: first.base ?? {}, theirs, settled })
  await both({ do: 'merge', checklist: handle, answers: second.answers ?? {}, files: second.files ?? [], base: second.base ?? {}, theirs })
}

/** A person at the screen: whatever is shown is answered, emptied, added to, taken back. */
async function walk(checklist, steps) {
  const { session } = await both({ do: 'begin', checklist: checklist.handle, now: '2026-11-29T08:15:30.123+08:00' })
  for (let step = 0; step < steps; step++) {
    const view = await both({ do: 'view', session })
    const items = view.sections.flatMap((section) => section.items)
    const item = oneOf(items)
    const row = item && oneOf(item.rows)
    if (!row) break
    const change =
      row.kind === 'repeat' ? { add: row.key }
      : row.kind === 'instance' ? { remove: row.key }
      : random() < 0.1 ? oneOf([{ undo: true }, { redo: true }, { na: item.id, reason: '不涉及' }, { asked: item.id }, { note: item.id, value: '见照片' }, { files: item.id, count: below(4) }])
      : { set: row.key, value: valueOf({ type: row.type, choices: row.choices }, {}) }
    await both({ do: 'change', session, ...change })
  }
  const { answers } = await both({ do: 'view', session })
  await both({ do: 'statement', session })
  await both({ do: 'close', session })
  await merges(checklist, answers)
}

/** Lists of choices in every encoding that people save, cut short and damaged: read alike, or refused alike. */
async function lists() {
  const rows = [['name', 'label'], ...Array.from({ length: 3000 }, (_, i) => [`v${i}`, `${oneOf(['河西', '𠮷野', '㑇村', 'ﬁ', '“永昌”', 'a,b', '€', 'Ünal'])}${i}`])]
  const text = rows.map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n') + '\r\n'
  const gb = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text })
  const utf16 = (from, mark) => Buffer.concat([Buffer.from(mark), execFileSync('iconv', ['-f', 'UTF-8', '-t', from], { input: text })])
  const whole = [Buffer.from(text), Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), gb, utf16('UTF-16LE', [0xff, 0xfe]), utf16('UTF-16BE', [0xfe, 0xff])]
  const damaged = whole.flatMap((bytes) => Array.from({ length: 6 }, () => {
    const copy = Buffer.from(bytes.subarray(0, random() < 0.5 ? bytes.length : below(bytes.length)))
    for (let i = below(4); i > 0 && copy.length; i--) copy[below(copy.length)] = below(256)
    return copy
  }))
  for (const bytes of [...whole, ...damaged]) {
    const { sha256 } = await both({ do: 'attach' }, bytes)
    const document = { id: 'L', version: '1', kind: 'test', languages: ['zh'], title: 'L', attachments: { 'villages.csv': sha256 }, scoring: {}, grades: [{ id: 'g', label: 'G', tone: 'pass' }],
      sections: [{ id: 's', title: 'S', items: [{ id: '1', text: 'A', points: 5, questions: [{ id: 'village', type: 'select_one', file: 'villages.csv', label: 'V' }, { id: 'c', type: 'select_one', label: 'C', choices: [{ name: 'ok', label: 'O', verdict: 'pass' }] }] }] }] }
    const { checklist } = await both({ do: 'open', document: JSON.stringify(document), lists: true })
    if (checklist === undefined) continue
    for (const village of ['v0', `v${below(3000)}`, 'v2999', 'v3000']) await both({ do: 'score', checklist, answers: { answers: { village, c: 'ok' } } })
    const { session } = await both({ do: 'begin', checklist, now: '2026-11-29T08:15:30.123+08:00' })
    await both({ do: 'view', session })
    await both({ do: 'close', session })
    await both({ do: 'close', checklist })
  }
}

try {
  const compiled = []
  for (const path of [...listOf('build/checklists', '.json'), 'tests/property/every_rule.json', 'tests/property/every_form.json', 'tests/property/every_point.json']) compiled.push(await open(path))

  let fixtures = 0
  for (const path of listOf('tests/unit/checklist/fixtures', '.json')) {
    const name = path.split('/').at(-1).split('-')[0]
    const checklist = compiled.find((one) => one.path.endsWith(`/${name}.json`))
    if (!checklist) continue
    await both({ do: 'score', checklist: checklist.handle, answers: JSON.parse(read(path)) })
    fixtures++
  }
  for (let set = 0; set < kSets; set++) {
    const checklist = oneOf(compiled)
    await score(checklist, randomAnswers(checklist.document))
  }

  await lists()

  const walks = 3
  for (const checklist of compiled) for (let i = 0; i < walks; i++) await walk(checklist, 25)

  const workbooks = [...listOf('assets/checklists', '.xlsx'), ...listOf('tests/unit/form/fixtures', '.xlsx')]
  for (const path of workbooks) {
    const answer = await both({ do: 'sheets', file: path.split('/').at(-1).replace(/\.xlsx$/, '') }, read(path))
    if (answer.checklist) await both({ do: 'close', checklist: answer.checklist })
    // Cut short and damaged: the same sentence on both sides.
    const bytes = Buffer.from(read(path))
    await both({ do: 'sheets' }, bytes.subarray(0, Math.floor(bytes.length * random())))
    for (let i = 0; i < 20; i++) bytes[below(bytes.length)] = below(256)
    const damaged = await both({ do: 'sheets' }, bytes)
    if (damaged.checklist) await both({ do: 'close', checklist: damaged.checklist })
  }
  // Each document beside the next one, and beside itself with something in it changed.
  for (const [i, { document }] of compiled.entries()) {
    const [older, next] = [JSON.stringify(document), JSON.stringify(compiled[(i + 1) % compiled.length].document)]
    await both({ do: 'compare', older, newer: next })
    await both({ do: 'compare', older, newer: older.replace(/"points":\d+/g, () => `"points":${below(9)}`).replace(/"zh":"./g, '"zh":"改') })
  }
  for (const request of ['{"do":"compare","older":"{}","newer":"[]"}', '{"do":"compare","older":"{\\"a\\":[1,{}]}","newer":"{\\"a\\":[{},null]}"}', '', '{', '[]', '{"do":"score"}', '{"do":"score","checklist":999}', '['.repeat(1000), '{"do":"open","document":"{\\"id\\":1}"}']) await both(request)

  if (scored < kSets * 0.8) throw new Error(`only ${scored} of ${kSets} random answer sets could be scored`)
  console.log(`one engine: ${asked} requests answered alike, byte for byte: ${fixtures} fixtures, ${kSets} random answer sets (${scored} scored), ${compiled.length * walks} walks, ${workbooks.length} workbooks; seed ${seed}`)
} finally {
  native.stdin.end()
  rmSync(folder, { recursive: true, force: true })
}
