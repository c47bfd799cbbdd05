// What stands around the items, through the app's own window: a checklist that asks for a fact of the site (C4) cannot be signed
// without it; what a colleague found there last time stands beside each field; a newer version changes nothing by itself,
// and moving to it keeps aside what it cannot take. The signed record states all of it, with the trail of answers.
//
//   node tests/e2e/app_standing.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppInspector, itemSteps, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-standing-'))
const step = (text) => console.log(`e2e standing: ${text}`)
const read = (file) => JSON.parse(readFileSync(join(top, file), 'utf8'))
const first = read('assets/checklists/c4.json')
const found = read('tests/unit/checklist/fixtures/c4-pass.json')
const photoItems = ['P1', 'P2', 'P3', 'P4', '3.2']
// What earns less than it could needs a note.
found.notes = Object.fromEntries(['1.2', '1.3', '2.5', '3.2', '3.3', '3.4', '4.2', 'J1', 'J2', 'J3', 'J4', 'J5'].map((id) => [id, '现场所见']))

// Version 3: 1.4 is gone, 4.1 reads differently, 4.3 is new.
function secondVersion() {
  const next = structuredClone(first)
  next.version = '3'
  const section = (id) => next.sections.find((s) => s.id === id)
  section('s1').items = section('s1').items.filter((item) => item.id !== '1.4')
  const changed = section('s4').items.find((item) => item.id === '4.1')
  changed.text.zh += '（含电子台账）'
  const added = JSON.parse(JSON.stringify(changed).replaceAll('q41', 'q43').replaceAll('"4.1"', '"4.3"'))
  added.text = { zh: '评价结果向成员公示', en: 'Results are shown to the members' }
  section('s4').items.push(added)
  return next
}

const server = new Server(folder, await freePort())
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(join(top, 'assets/checklists/c4.json'), join(top, 'assets/samples/sites.json'))
  people.enrol('colleague', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.sync('colleague')
  const photos = [writePhoto(join(folder, 'photo-1.png'), 'greenhouse', 3), writePhoto(join(folder, 'photo-2.png'), 'label', 5)]
  const files = photoItems.flatMap((item, n) => ['--file', `${item}=${photos[n % photos.length]}`])
  plumb('inspect', '--home', people.home('colleague'), '--checklist', 'c4', '--site', 'yongchang-veg', '--answers', writeJson(join(folder, 'last.json'), found), ...files, '--refused', '有异议', '--witness', '见证人')
  people.sync('colleague')
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(inspector.name)
  step('a colleague was there before')

  const steps = (document, ids) => document.sections.filter((s) => ids.includes(s.id)).flatMap((s) => [{ tap: `section_${s.id}` }, ...s.items.flatMap((item, n) => itemSteps(item, n === 0, photos, found, photoItems))])
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_c4' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
    { wait: 'factsState', contains: '还差 1 项' }, { screenshot: 'app-facts.png' }, { tap: 'review' }, { wait: 'missing0' }, { wait: 'goSign.enabled', is: false }, { screenshot: 'app-facts-missing.png' }, { tap: 'missing0' },
    { tap: 'answer_fact_target_AAA' }, { wait: 'saveState', contains: '已存' }, ...steps(first, ['p', 's1']), { wait: 'last_q14', contains: '上次：' }, { wait: 'saveState', contains: '已存' }, { pause: 500 }, { screenshot: 'app-last-time.png' }])
  step('the fact was asked for and given; the visit before stands beside the answers')

  people.publish(writeJson(join(folder, 'c4-2.json'), secondVersion()))
  people.sync(inspector.name)
  await inspector.play([...unlock, { wait: 'newerVersion', timeout: 20000 }, { screenshot: 'app-newer.png' }, { tap: 'compareVersions' }, { wait: 'versionKept', contains: '1 个新版放不下' }, { wait: 'itemChange0' }, { screenshot: 'app-versions.png' },
    { tap: 'stayVersion' }, { gone: 'newerVersion' }, { wait: 'itemList' }, { tap: 'review' }, { tap: 'versionDetails' }, { tap: 'moveVersion' }, { wait: 'asideAnswers', timeout: 20000 }, { tap: 'asideAnswers' }, { wait: 'aside0' }, { screenshot: 'app-aside.png' }, { tap: 'back' },
    { tap: 'section_j' }, { wait: 'itemNo', is: 'J1' }, { tap: 'section_s4' }, { tap: 'item_4.3' }, { tap: 'answer_q43_pass' }, ...steps(secondVersion(), ['s2', 's3', 'j']),
    { tap: 'section_s4' }, { wait: 'itemNo', is: '4.1' }, { tap: 'answer_q41_pass' }, { tap: 'item_4.2' }, { type: 'q_q42_total', text: '10' }, { type: 'q_q42_good', text: '9' }, { type: 'note', text: '现场所见' },
    { wait: 'saveState', contains: '已存' }, { pause: 500 }, { tap: 'review' }, { screenshot: 'app-standing-review.png' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  const { records } = people.list(inspector.name, 'inspection.submitted')
  const id = records.find((record) => record.own !== false && record.state !== 'pulled').id
  const { payload } = people.show(inspector.name, id)
  assert.equal(payload.body.facts.target, 'AAA')
  assert.equal(payload.body.checklist.version, '3')
  assert.equal(payload.body.moved[0].version, '2')
  assert.equal(payload.body.moved[0].aside.answers.q14, 'pass')
  const trail = payload.files.find((file) => file.role === 'trail')
  assert.equal(trail.sha256, payload.body.trail)
  step('C4 was signed in the app, under version 3, with what version 2 held')

  people.sync(inspector.name)
  assert.equal(people.show(inspector.name, id).state, 'proved')
  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', people.home(inspector.name), '--record', id, '-o', bundle)
  const proved = run('plumb', ['verify', bundle, '--root', root])
  assert.equal(proved.code, 0, proved.out)
  assert.match(proved.out, /ok +trail: the \d+ entries of the trail lead to the answers/)
  const file = JSON.parse(readFileSync(bundle, 'utf8')).files.find((f) => f.role === 'trail')
  const entries = Buffer.from(file.content, 'base64').toString().trim().split('\n').slice(1).map((line) => JSON.parse(line))
  assert.equal(entries[0].kind, 'fact')
  assert.ok(entries.some((entry) => entry.run === 2), 'the form was opened twice')
  assert.ok(entries.some((entry) => entry.id === 'q14' && entry.old === 'pass' && entry.new === ''), 'what was set aside is told')
  step(`proved with no server, its trail of ${entries.length} entries too`)
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
