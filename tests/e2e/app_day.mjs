// A whole day of two inspectors with one tablet and no network until the evening: three sites in two provinces, forty photos,
// a party that refuses to sign, a second signature, the app killed while it seals. In the evening one hands her records in
// by a file on a stick, the other by the network; then everything is proved on every side, the papers are made, and a
// stranger opens what is printed on one of them.
//
//   node tests/e2e/app_day.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, PIN, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { document, found, photoItems } from './answers.mjs'
import { AppInspector, itemSteps, unlock } from './app_inspector.mjs'
import { ConsolePage } from './console_page.mjs'
import { PdfReaders } from './pdf_readers.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-day-'))
const step = (text) => console.log(`e2e day: ${text}`)
const stick = join(folder, 'stick')
mkdirSync(stick, { recursive: true })
const digits = [...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
// In order of name the picker has 乙 first.
const [kAnn, kBea] = ['检查员甲', '检查员乙']
const tapOf = { [kBea]: 'person0', [kAnn]: 'person1' }
const as = (person) => [{ wait: 'unlockTitle' }, { tap: tapOf[person] }, { wait: 'pinPad' }, ...digits]
const saved = [{ wait: 'saveState', matches: '^已存' }, { pause: 500 }]
const kPatience = 40_000

// How many photos each visit takes: forty in all, no two alike.
const visits = [
  { site: 'yongchang-veg', by: kAnn, photos: 14 },
  { site: 'ganzhou-veg', by: kAnn, photos: 13 },
  { site: 'huangzhong-veg', by: kBea, photos: 13 },
]
let taken = 0
const newPhoto = () => writePhoto(join(folder, `photo-${++taken}.png`), taken % 2 ? 'label' : 'greenhouse', taken, 320, 240)

// The steps of a whole checklist; photos are shared out among the items that ask for one.
function filling(count) {
  const share = photoItems.map((_, n) => Math.floor(count / photoItems.length) + (n < count % photoItems.length ? 1 : 0))
  return document.sections.flatMap((section) => [{ tap: `section_${section.id}` }, ...section.items.flatMap((item, n) => {
    const steps = itemSteps(item, n === 0, [], found, [])
    const photos = photoItems.includes(item.id) ? share[photoItems.indexOf(item.id)] : 0
    for (let at = 0; at < photos; ++at) steps.push({ tap: 'addPhoto' }, { type: 'filePath', text: newPhoto() }, { tap: 'fileOpen' }, { wait: `photo${at}` })
    return steps
  })])
}
const begin = (site, checklist) => [{ tap: 'startCheck' }, { tap: `site_${site}` }, { tap: `checklist_${checklist}` }, { tap: 'beginCheck' }, { wait: 'itemList' }]
const toSigning = [...saved, { tap: 'review' }, { tap: 'goSign' }]
const party = [{ type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }]

const server = new Server(folder, await freePort())
let page
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const forTwo = JSON.parse(readFileSync(compiled('6a'), 'utf8'))
  Object.assign(forTwo, { id: 'two', kind: 'enforcement' })
  people.publish(compiled('6a'), writeJson(join(folder, 'two.json'), forTwo), join(top, 'assets/samples/sites.json'))
  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62', '--region', '63'))
  const tablet = new AppInspector(people, folder, options.pictures)
  const play = (steps, more) => tablet.play(steps.map((one) => ({ timeout: kPatience, ...one })), more)
  people.enrol(tablet.name, people.invite(kAnn, 'inspector', '--region', '62', '--region', '63'))
  people.sync(tablet.name)
  await play([{ wait: 'pinPad' }, { tap: 'addPerson' }, { type: 'invitation', text: people.invite(kBea, 'inspector', '--region', '62', '--region', '63') }, { tap: 'inviteNext' }, { wait: 'newPin' }, ...digits, ...digits,
    { wait: 'comparisonText' }, { tap: 'comparisonDone' }, { wait: 'navPerson.text', is: kBea }, { tap: 'navSync' }, { tap: 'syncNow' }, { wait: 'syncWord', is: '全部已同步' },
    // The first one's vault hears of the second one's key.
    { tap: 'navPerson' }, ...as(kAnn), { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 2500 }, { wait: 'syncWord', is: '全部已同步' }])
  await server.stop('SIGTERM')
  step('morning: two people, one tablet, and from now on no network')

  const own = (person) => plumb('list', '--home', people.home(tablet.name), '--person', person, '--type', 'inspection.submitted')
  // The first: two inspectors; the app is killed in the instant in which the first one's signature is made.
  await play([...as(kAnn), ...begin(visits[0].site, 'two'), { tap: 'credentialShown' }, { gone: 'credentialAsked' }, ...filling(visits[0].photos), ...toSigning, { type: 'colleague', text: kBea }, ...party, { tap: 'seal' }, { wait: 'pinPad' }, ...digits.slice(0, -1), { print: 'pinPad.objectName' }, { tap: 'pinDone' }], { killAfter: 'pinPad.objectName' })
  const afterKill = own(kAnn)
  assert.equal(afterKill.records.length + afterKill.drafts.length, 1, 'either the draft is whole or the record is, and never both')
  step(`killed while signing: ${afterKill.records.length ? 'the record stood' : 'the draft stood'}, and nothing was lost`)
  const second = [{ tap: 'attention0' }, { wait: 'cosignWord.text', contains: '等第二名检查员签字' }, { tap: 'recordCosign' }, { wait: 'cosignAsk', contains: kBea }, ...digits, { wait: 'cosignDone.text', contains: `${kBea} 已签字` }, { screenshot: 'day-cosigned.png' }, { tap: 'cosignClose' }]
  if (afterKill.records.length === 0) await play([...as(kAnn), { wait: 'itemList' }, { tap: 'review' }, { tap: 'goSign' }, { type: 'colleague', text: kBea }, ...party, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint' }])
  await play([...as(kAnn), { wait: 'startCheck' }, ...second])

  // The second: the party refuses, a witness stands by.
  await play([...as(kAnn), ...begin(visits[1].site, '6a'), ...filling(visits[1].photos), ...toSigning, { tap: 'partyRefuses' }, { type: 'refusedReason', text: '对间隔期的结论有异议' }, { type: 'witness', text: '村委会见证人' }, { screenshot: 'day-refusal.png' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint' }])
  // The third is the colleague's own.
  await play([...as(kBea), ...begin(visits[2].site, '6a'), ...filling(visits[2].photos), ...toSigning, ...party, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint' }, { screenshot: 'day-sealed.png' }])
  const records = [...own(kAnn).records, ...own(kBea).records]
  assert.deepEqual(records.map((r) => r.site).sort(), visits.map((v) => v.site).sort(), 'three visits, each signed once')
  assert.equal(own(kAnn).drafts.length + own(kBea).drafts.length, 0)
  assert.equal(taken, 40)
  step('three visits, forty photos, one refusal, two signatures on one of them; no server was there')

  // Evening: one by a stick. The tablet itself meets no network for her.
  await play([...as(kAnn), { tap: 'navSync' }, { screenshot: 'day-waits.png' }, { tap: 'packWrite' }, { type: 'folderPath', text: stick }, { tap: 'folderSave' }, { wait: 'packSaid', contains: '已写好' }])
  const [request] = readdirSync(stick).filter((name) => name.endsWith('.plumbpack'))
  await server.start()
  plumb('pack', 'carry', join(stick, request), '-o', join(stick, 'answer.plumbpack'), '--home', people.home('supervisor'))
  await server.stop('SIGTERM')
  await play([...as(kAnn), { tap: 'navSync' }, { tap: 'packTake' }, { type: 'filePath', text: join(stick, 'answer.plumbpack') }, { tap: 'fileOpen' }, { wait: 'packSaid', contains: '已入日志并证明' }, { screenshot: 'day-taken.png' }])
  const colleagues = new Set(own(kAnn).records.map(({ id }) => id))
  for (const { state } of own(kAnn).records) assert.equal(state, 'proved')
  // The other by the network.
  await server.start()
  await play([...as(kBea), { tap: 'navSync' }, { tap: 'syncNow' }, { wait: 'syncWord', is: '全部已同步' }, { pause: 2000 }, { wait: 'syncWord', is: '全部已同步' }, { screenshot: 'day-synced.png' }])
  for (const { id, state } of own(kBea).records) assert.equal(state, colleagues.has(id) ? 'pulled' : 'proved')
  step('half by a stick, half by the network: every record is proved on the tablet')

  // On the other side all of it is there, photos too, and nothing stands wrong.
  people.sync('supervisor')
  for (const { id } of records) {
    const shown = people.show('supervisor', id)
    assert.equal(shown.status, 'submitted', JSON.stringify(shown.status))
    const bundle = join(folder, `${id}.plumb`)
    plumb('export', '--home', people.home('supervisor'), '--record', id, '-o', bundle)
    const verified = run('plumb', ['verify', bundle, '--root', root])
    assert.equal(verified.code, 0, verified.out)
  }
  await server.stop('SIGTERM')
  const check = run('plumbserver', ['check', '--data', server.data])
  assert.equal(check.code, 0, check.out)
  assert.match(check.out, /on their way: 0 files, named by no line: 0/)
  await server.start()
  step('the supervisor’s own device proves all three; the server’s check finds nothing wrong, and no photo is missing')

  // The papers, as a bureau prints them; a stranger reads the code off one with a foreign program and opens it.
  const papers = records.map(({ id }, n) => {
    const out = join(folder, `paper-${n}.pdf`)
    plumb('print', '--home', people.home('supervisor'), '--record', id, '-o', out)
    execFileSync('qpdf', ['--check', out])
    return out
  })
  // The office issues each: signed, named by a record, and found good by a foreign reader.
  const authority = join(folder, 'authority.pem')
  plumb('pdf', 'authority', '--home', people.home('supervisor'), '-o', authority)
  const readers = new PdfReaders(folder, authority)
  for (const [n, { id }] of records.entries()) {
    const out = join(folder, `issued-${n}.pdf`)
    assert.equal(plumb('issue', '--home', people.home('supervisor'), '--record', id, '--paper', 'inspection_record', '-o', out).delivered, true)
    assert.equal(readers.good(out), 1, readers.signatures(out))
    const verified = run('plumb', ['pdf', 'verify', out, '--home', people.home('supervisor'), '--json'])
    assert.equal(verified.code, 0, verified.out + verified.err)
    assert.deepEqual(JSON.parse(verified.out).checks.map((check) => check.check), ['signature', 'record'])
  }
  step('three papers are issued; pdfsig finds each signature valid, and each paper is the one that its record names')
  execFileSync('pdftoppm', ['-r', '200', '-png', '-f', '1', '-l', '1', '-singlefile', papers[0], join(folder, 'page')])
  const address = execFileSync('zbarimg', ['--raw', '-q', '-Sdisable', '-Sqrcode.enable', join(folder, 'page.png')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  page = await ConsolePage.open(server.url, { width: 412, height: 915 })
  await page.page.goto(address)
  await page.page.locator('[data-test=band][data-state=genuine]').waitFor()
  if (options.pictures) await page.page.screenshot({ path: join(options.pictures, 'day-public.png'), fullPage: true })
  step('the papers are whole, and the code on one says genuine in a stranger’s browser')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await page?.close()
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
