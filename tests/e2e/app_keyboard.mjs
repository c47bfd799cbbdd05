// A whole inspection by keyboard alone: unlocked, found on Today, started, each kind of item answered, a photo taken in, one
// answer undone, reviewed, sealed and synced with Tab, arrows, Enter, Space, Escape and letters. Wherever the focus comes on
// the way it is in sight and shows (the driver's `reach`), and it is never lost. Only what the inspected party's own hand
// does is no key: the signature on the glass.
//
//   node tests/e2e/app_keyboard.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, PIN, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppInspector } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-keyboard-'))
const step = (text) => console.log(`e2e keyboard: ${text}`)

const verdicts = [{ name: 'good', label: '符合', verdict: 'pass' }, { name: 'bad', label: '不符合', verdict: 'fail' }]
const item = (id, text, questions, more = {}) => ({ id, points: 10, text, questions, ...more })
const document = {
  format: 1, id: 'keys', version: '1', kind: 'supervision', languages: ['zh'], title: '键盘核查',
  grades: [{ id: 'done', tone: 'pass', label: '完成' }],
  sections: [
    { id: 's', title: '一 现场', items: [
      item('1', '单选', [{ id: 'one', type: 'select_one', label: '结论', choices: verdicts }], { evidence: { photos: 1 } }),
      item('2', '多选和文字', [{ id: 'like', type: 'select_one', label: '结论', choices: verdicts }, { id: 'some', type: 'select_multiple', label: '现场有什么', choices: [{ name: 'a', label: '台账' }, { name: 'b', label: '标签' }] }, { id: 'said', type: 'text', label: '说明' }]),
      item('3', '数和日期', [{ id: 'fine', type: 'select_one', label: '结论', choices: verdicts }, { id: 'count', type: 'integer', label: '棚数' }, { id: 'ph', type: 'decimal', label: '土壤 pH' }, { id: 'day', type: 'date', label: '末次施药日' }])] },
    { id: 't', title: '二 不涉及', items: [item('4', '没有冷库', [{ id: 'cold', type: 'select_one', label: '结论', choices: verdicts }], { na: 'renormalise' }), item('5', '不符合的一项', [{ id: 'wrong', type: 'select_one', label: '结论', choices: verdicts }])] },
  ],
}

const key = (keys) => ({ keys })
const digits = [...PIN].map((digit) => key(digit))
const unlock = [{ wait: 'pinPad' }, { pause: 300 }, ...digits, key('Return')]
// To it by Tab, and pressed.
const press = (name) => [{ reach: name }, key('Space')]
// To it by Tab, and typed into.
const write = (name, text) => [{ reach: name }, { type: name, text }]
const saved = [{ wait: 'saveState', contains: '已存' }, { pause: 300 }]
const patient = (steps) => steps.map((one) => ({ timeout: 30_000, ...one }))

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'keys.json'), document), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const inspector = new AppInspector(people, folder, options.pictures)
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 640, 480)

  await inspector.play(patient([...unlock, { wait: 'startCheck' }, ...press('startCheck'), { wait: 'siteSearch' }, ...write('siteSearch', '永昌'), { wait: 'site_yongchang-veg' }, ...press('site_yongchang-veg'),
    { wait: 'checklist_keys' }, ...press('checklist_keys'), ...press('beginCheck'), { wait: 'itemList' }, { wait: 'itemNo', is: '1' }, ...press('credentialShown'), { gone: 'credentialAsked' }, { screenshot: 'keyboard-check.png' },
    // A sheet takes the focus, gives it back when Escape closes it, and is asked for again.
    ...press('addPhoto'), { wait: 'filePath' }, { reach: 'sheetClose' }, key('Escape'), { gone: 'filePath' }, ...press('answer_one_good'), ...saved, ...press('addPhoto'), { wait: 'filePath' }, ...write('filePath', photo), ...press('fileOpen'), { gone: 'filePath' }, { wait: 'photo0' },
    { reach: 'photo0' }, key('Space'), { wait: 'markedPhoto' }, { reach: 'photoCaption' }, { type: 'photoCaption', text: '标签' }, ...press('photoUse'), { gone: 'markedPhoto' }, { wait: 'itemList' },
    ...press('nextItem'), { wait: 'itemNo', is: '2' }, ...press('answer_like_good'), ...press('answer_some_a'), ...press('answer_some_b'), ...press('answer_some_b'), ...write('q_said', '台账齐全'), ...saved,
    ...press('nextItem'), { wait: 'itemNo', is: '3' }, ...press('answer_fine_bad'), { wait: 'scoreChip', contains: '20 / 30' }, key('Ctrl+Z'), { wait: 'scoreChip', contains: '20 / 20' }, ...press('answer_fine_good'), ...write('q_count', '12'), ...write('q_ph', '7.5'), ...write('q_day', '2026-11-01'), key('Return'), ...saved, { screenshot: 'keyboard-third.png' },
    ...press('section_t'), { wait: 'itemNo', is: '4' }, ...press('answer_na'), { wait: 'naReason' }, ...write('naReason', '主体没有冷库'), ...press('naReasonSave'), { gone: 'naReason' }, ...saved,
    ...press('nextItem'), { wait: 'itemNo', is: '5' }, ...press('answer_wrong_bad'), ...write('note', '库门未上锁'), ...saved,
    ...press('reviewLast'), { wait: 'missingTitle', contains: '没有漏项' }, { screenshot: 'keyboard-review.png' }, ...press('licenceSame'), ...press('goSign'),
    { wait: 'partyName' }, ...write('partyName', '陪同人（示例）'), { draw: 'signaturePad' }, { wait: 'signLack', contains: '签名后' }, { screenshot: 'keyboard-sign.png' }, ...press('seal'), { wait: 'pinPad' }, { pause: 300 }, ...digits, key('Return'),
    { wait: 'sealedFingerprint' }, ...press('showRecord'), { wait: 'fingerprint' }, ...press('tabItems'), { wait: 'outcome0' }, { screenshot: 'keyboard-record.png' }, ...press('back'), ...press('navSync'), { wait: 'syncNow' }, ...press('syncNow'), { wait: 'syncWord', is: '全部已同步' }, { screenshot: 'keyboard-sync.png' }]))
  const { records } = people.list('inspector', 'inspection.submitted')
  assert.equal(records.length, 1)
  assert.equal(records[0].state, 'proved')
  const { payload } = people.show('inspector', records[0].id)
  const { answers, na, notes } = payload.body
  assert.deepEqual([answers.one, answers.some, answers.said, answers.count, answers.ph, answers.day, answers.wrong], ['good', 'a', '台账齐全', '12', '7.5', '2026-11-01', 'bad'])
  assert.equal(na['4'], '主体没有冷库')
  assert.equal(notes['5'], '库门未上锁')
  assert.equal(payload.files.filter((file) => file.role === 'evidence').length, 1)
  step('a whole inspection by keys: unlocked, started, answered, photographed, undone, reviewed, sealed, synced')

  // The same keys where the places stand at the foot and everything scrolls.
  await inspector.play(patient([...unlock, { wait: 'startCheck' }, ...press('navSites'), { wait: 'siteSearch' }, ...press('navRecords'), { wait: 'record0' }, ...press('record0'), { wait: 'fingerprint' }, ...press('tabItems'), { wait: 'outcome0' }, ...press('back'),
    ...press('navSettings'), { wait: 'themeLight' }, { reach: 'addPerson', back: true }, { screenshot: 'keyboard-phone.png' }]), { args: ['--size', '412x915', '--text-size', '150'] })
  step('on a phone with large words the focus is in sight wherever it goes')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
