// Two inspectors on one tablet, through the app's own window: each has a vault; switching takes two taps and a PIN; the tablet
// locks by itself and comes back to the same item; drafts stay with their owner. A record of two is sealed, the app is killed
// between the two signatures, the second signs with her own PIN, and one sync carries both. At last the first one's key is
// revoked. Any complaint of QML fails the run.
//
//   node tests/e2e/app_pair.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, PIN, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppInspector, itemSteps, unlock } from './app_inspector.mjs'
import { document, found, photoItems } from './answers.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-pair-'))
const step = (text) => console.log(`e2e pair: ${text}`)
const saved = [{ wait: 'saveState', matches: '^已存' }, { pause: 500 }]
const pin = unlock.slice(1)
const kSecret = '只有检查员甲知道的一句话'
// In order of name the picker has 乙 first.
const [bea, ann] = ['person0', 'person1']
const as = (person) => [{ wait: 'unlockTitle' }, { tap: person }, { wait: 'pinPad' }, ...pin]

function* filesOf(place) {
  for (const name of readdirSync(place)) {
    const path = join(place, name)
    if (statSync(path).isDirectory()) yield* filesOf(path)
    else yield path
  }
}

const server = new Server(folder, await freePort())
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const forTwo = JSON.parse(readFileSync(compiled('6a'), 'utf8'))
  Object.assign(forTwo, { id: 'two', kind: 'enforcement' })
  people.publish(writeJson(join(folder, 'two.json'), forTwo), join(top, 'assets/samples/sites.json'))
  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62'))
  const tablet = new AppInspector(people, folder, options.pictures)
  people.enrol(tablet.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(tablet.name)
  const photos = [1, 2, 3].map((n) => writePhoto(join(folder, `photo${n}.png`), 'label', n, 160, 120))

  const digits = [...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
  await tablet.play([{ wait: 'pinPad' }, { tap: 'addPerson' }, { type: 'invitation', text: people.invite('检查员乙', 'inspector', '--region', '62') }, { tap: 'inviteNext' }, { wait: 'newPin' }, ...digits, ...digits,
    { wait: 'comparisonText', timeout: 30000 }, { tap: 'comparisonDone' }, { wait: 'navPerson.text', is: '检查员乙', timeout: 30000 }, { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 2500 },
    // Two taps and a PIN.
    { tap: 'navPerson' }, { wait: ann }, { screenshot: 'pair-people.png' }, { tap: ann }, ...pin, { wait: 'navPerson.text', is: '检查员甲' }, { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 2500 }])
  step('a second person enrolled beside the first, and the tablet went from hand to hand')

  const sections = document.sections.map((section) => [{ tap: `section_${section.id}` }, ...section.items.flatMap((item, n) => itemSteps(item, n === 0, photos, found, photoItems))])
  const last = document.sections[0].items.at(-1)
  await tablet.play([...as(ann), { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_two' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 }, { tap: 'credentialShown' }, { gone: 'credentialAsked' },
    ...sections[0], { type: 'note', text: kSecret }, ...saved,
    // Nobody touches it.
    { wait: 'unlockTitle', timeout: 30000 }, { screenshot: 'pair-locked.png' }, { tap: ann }, ...pin, { wait: 'itemNo', is: last.no }, { wait: 'note', is: kSecret },
    // Somebody else takes it: she sees none of it, and the way back is where it was.
    { tap: 'checkLock' }, ...as(bea), { wait: 'startCheck' }, { gone: 'draft0' }, { tap: 'navRecords' }, { gone: 'record0' }, { tap: 'navPerson' }, ...as(ann), { wait: 'itemNo', is: last.no }, { wait: 'note', is: kSecret }], { args: ['--auto-lock', '6'] })
  for (const file of filesOf(people.home(tablet.name))) assert.ok(!readFileSync(file).includes(kSecret), `${file} tells what was noted`)
  step('it locked by itself and came back to the same item; nothing of one is told to the other')

  await tablet.play([...as(ann), { wait: 'itemList', timeout: 20000 }, ...sections.slice(1).flat(), ...saved, { tap: 'review' }, { tap: 'goSign' }, { wait: 'signLack', contains: '同行检查员' }, { type: 'colleague', text: '检查员乙' },
    { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { screenshot: 'pair-sign.png' }, { tap: 'seal' }, ...unlock, { wait: 'sealedCosign', timeout: 20000 }, { screenshot: 'pair-sealed.png' }, { print: 'sealedFingerprint.text' }], { killAfter: 'sealedFingerprint.text' })
  const id = plumb('list', '--home', people.home(tablet.name), '--person', '检查员甲', '--type', 'inspection.submitted').records[0].id
  step('the first signed, and the app was killed before the second could')

  await tablet.play([...as(ann), { wait: 'attention0', timeout: 20000 }, { screenshot: 'pair-today.png' }, { tap: 'attention0' }, { wait: 'cosignWord.text', contains: '等第二名检查员签字' }, { screenshot: 'pair-waits.png' }, { tap: 'recordCosign' }, { wait: 'cosignAsk', contains: '检查员乙' },
    { tap: 'pin1' }, { tap: 'pin1' }, { tap: 'pin1' }, { tap: 'pin1' }, { tap: 'pinDone' }, { wait: 'cosignProblem', contains: 'PIN 不对' }, { screenshot: 'pair-cosign.png' },
    ...digits, { wait: 'cosignDone.text', contains: '检查员乙 已签字', timeout: 20000 }, { screenshot: 'pair-cosigned.png' }, { tap: 'cosignClose' }, { gone: 'cosignWord' }, { screenshot: 'pair-record.png' },
    { tap: 'back' }, { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 3000 }, { wait: 'syncWord', is: '全部已同步', timeout: 30000 }])
  people.sync('supervisor')
  const shown = people.show('supervisor', id)
  assert.equal(shown.status, 'submitted')
  assert.equal(shown.cosigned.name, '检查员乙')
  plumb('review', '--home', people.home('supervisor'), id, '--accept')
  people.sync('supervisor')
  new SecondReviewer(people).accept(id)
  people.sync('supervisor')
  const bundle = join(folder, 'record.plumb')
  plumb('export', '--home', people.home('supervisor'), '--record', id, '-o', bundle)
  const verified = run('plumb', ['verify', bundle, '--root', root, '--json'])
  const check = JSON.parse(verified.out).checks.find((c) => c.check === 'cosigned')
  assert.ok(check?.good && check.detail.includes('检查员乙'), verified.out)
  step('the second signed the same bytes with her own PIN, and one sync carried both into the log')

  plumb('admin', 'revoke', '--home', people.home('admin'), shown.kid, '--reason', '平板遗失')
  await tablet.play([...as(ann), { pause: 1500 }, { wait: `${ann}.subtitle`, contains: '注销', timeout: 30000 }, { screenshot: 'pair-revoked-lock.png' }, { tap: ann }, ...pin, { wait: 'endedRevoked.text', contains: '平板遗失', timeout: 20000 }, { screenshot: 'pair-revoked.png' }])
  step('the first one was told that her key is revoked')
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
