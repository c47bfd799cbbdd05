// A hand that taps twice: whatever is signed in the app is signed once, through its own window. An enterprise hands over
// and submits, an inspector signs and orders, the enterprise reports, the inspector judges, each with every button of it
// tapped twice in a row.
//
//   node tests/e2e/app_hasty.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, PIN, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppPerson, attach, choose, saved } from './app_person.mjs'
import { checklist, found } from './story_checklist.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-hasty-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`e2e hasty: ${text}`)
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const kSite = 'yongchang-veg'
const twice = (name) => ({ tap: name, times: 2 })
const pin = [{ wait: 'pinPad' }, ...[...PIN].map((digit) => ({ tap: `pin${digit}` })), twice('pinDone')]
const sealTwice = [twice('seal'), ...pin, { wait: 'sealedFingerprint' }]

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'zone.json'), checklist), join(top, 'assets/samples/sites.json'))
  people.publish(writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'gs-2026', region: '62', title: { zh: '2026 年度自评' }, checklist: 'zone', opens: inDays(-7), closes: inDays(6) }] }))
  const [quality, inspector] = ['quality', 'inspector'].map((name) => new AppPerson(people, folder, name, options.pictures))
  people.enrol('quality', people.invite('质量员甲', 'enterprise', '--region', '6203', '--site', kSite))
  people.enrol('inspector', people.invite('检查员丙', 'inspector', '--region', '62'))
  const sync = () => ['quality', 'inspector', 'quality', 'inspector'].forEach((name) => people.sync(name))
  const count = (name, type) => people.list(name, type).records.filter((record) => record.type === type).length
  sync()
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 3, 640, 480)

  const passes = ['A2', 'B1', 'B2', 'C1', 'C2']
  await quality.work([{ tap: 'assessGoOn' }, { wait: 'itemList' }, ...choose('A1', 'pass'), ...saved, { tap: 'back' }, { tap: 'handOverOpen' }, twice('handOver'), { gone: 'assessUnsent' }])
  assert.equal(count('quality', 'assessment.contributed'), 1)
  plumb('assess', 'contribute', '--home', people.home('quality'), '--site', kSite, '--round', 'gs-2026', '--answers', writeJson(join(folder, 'rest.json'), { answers: Object.fromEntries(passes.map((item) => [`q_${item}`, 'pass'])) }), '--file', `A2=${photo}`)
  await quality.work([twice('assessSubmit'), { wait: 'missingTitle', is: '没有漏项' }, twice('goSign'), { wait: 'contributor0' }, ...sealTwice])
  assert.equal(count('quality', 'assessment.submitted'), 1)
  step('handed over and submitted once')

  sync()
  const wanting = [...choose('B1', 'fail'), { type: 'q_seen_B1', text: found.B1 }, ...attach('addPhoto', photo, 'photo0')]
  const pass = (item) => [{ wait: 'itemNo', is: item }, ...choose(item, 'pass')]
  await inspector.work([{ tap: 'startCheck' }, { tap: `site_${kSite}` }, { tap: 'checklist_zone' }, twice('beginCheck'), { wait: 'itemList' }, ...pass('A1'), { tap: 'item_A2' }, ...pass('A2'), ...attach('addPhoto', photo, 'photo0'),
    { tap: 'section_two' }, { wait: 'itemNo', is: 'B1' }, ...wanting, { tap: 'item_B2' }, ...pass('B2'), { tap: 'section_three' }, ...pass('C1'), { tap: 'item_C2' }, ...pass('C2'), ...saved,
    { tap: 'review' }, twice('goSign'), { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, ...sealTwice, { tap: 'showRecord' },
    { tap: 'orderFindings' }, { type: 'orderOffice', text: '永昌县市场监督管理局' }, { type: 'requirement_B1', text: '上锁' }, { tap: 'term7_B1' }, { tap: 'deliveryElectronic' }, twice('orderSign'), ...pin, { wait: 'showOrder' }])
  assert.deepEqual(['inspection.submitted', 'rectification.ordered'].map((type) => count('inspector', type)), [1, 1])
  assert.equal(people.list('inspector', 'inspection.').drafts.length, 0, 'no second draft was begun')
  step('one check was begun, one inspection and one order were signed')

  sync()
  const openCase = [{ tap: 'navRectify' }, twice('finding0'), { wait: 'findingTitle' }]
  await quality.work([...openCase, twice('do_delivered'), twice('actSign'), ...pin, { wait: 'findingState', contains: '整改中' }, { type: 'reportDone', text: '已上锁' }, ...attach('reportPhoto', photo, 'after0'), { wait: 'reportLack', contains: '可以提交' }, { wait: 'reportSaved', contains: '已存' },
    twice('submitReport'), ...pin, { wait: 'findingDue', contains: '待复查' }])
  assert.deepEqual(['rectification.delivered', 'rectification.reported'].map((type) => count('quality', type)), [1, 1])
  sync()
  await inspector.work([{ tap: 'navRectify' }, { tap: 'casesReported' }, twice('finding0'), twice('do_verified'), twice('actSign'), ...pin, { wait: 'findingDue', contains: '复查通过' }])
  assert.equal(count('inspector', 'rectification.verified'), 1)
  sync()
  for (const name of ['quality', 'inspector']) for (const record of people.list(name, '').records) assert.notEqual(record.state, 'refused', `${record.type} of ${name}`)
  step('received, reported and passed once; the server refused nothing')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
