// "Saved" is true, through the app's own window: long notes and emoji come back whole; what cannot be kept stays in its
// field, is counted in the head, listed before signing and held at the way out; a name on the signing page that is too
// long cannot be sealed; the record is found by what stands in it. Any complaint of QML fails the run.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, itemSteps, unlock } from './app_inspector.mjs'
import { document, found, photoItems } from './answers.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-unsaved-'))
const step = (text) => console.log(`e2e unsaved: ${text}`)
const saved = { wait: 'saveState', matches: '^已存' }
const refused = { wait: 'saveState', contains: '没有存上' }

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(inspector.name)
  const photos = [1, 2, 3].map((n) => writePhoto(join(folder, `photo${n}.png`), 'label', n, 160, 120))

  const away = [{ tap: 'nextItem' }, { wait: 'itemNo', is: '1.2' }, { tap: 'previousItem' }, { wait: 'itemNo', is: '1.1' }]
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 }, { wait: 'itemNo', is: '1.1' },
    { paste: 'note', text: '准', times: 6000 }, saved, ...away, { wait: 'note.length', is: 6000 }, { screenshot: 'unsaved-long.png' },
    { paste: 'note', text: 'x', times: 20000 }, saved, ...away, { wait: 'note.length', is: 20000 },
    { type: 'note', text: '两只羊 🐑🐑，一顶帽子 👒' }, saved, ...away, { wait: 'note', is: '两只羊 🐑🐑，一顶帽子 👒' },
    { paste: 'note', text: '准', times: 20000 }, { wait: 'note_below', contains: '还可写' }, saved,
    // Too long: it stays, also across other items.
    { paste: 'note', text: '准', times: 25000 }, refused, { wait: 'note_below', contains: '太长' }, { wait: 'saveProblem.text', contains: '太长' }, { screenshot: 'unsaved-refused.png' },
    { tap: 'nextItem' }, { wait: 'itemNo', is: '1.2' }, refused, { gone: 'checkProblem' }, { tap: 'saveAct' }, { wait: 'itemNo', is: '1.1' }, { wait: 'note.length', is: 25000 },
    { tap: 'review' }, { wait: 'missing0' }, { screenshot: 'unsaved-review.png' }, { wait: 'goSign.enabled', is: false }, { tap: 'missing0' }, { wait: 'note.length', is: 25000 },
    // The way out is held.
    { tap: 'back' }, { wait: 'unsavedText', contains: '太长' }, { screenshot: 'unsaved-leaving.png' }, { tap: 'unsavedStay' }, { gone: 'unsavedText' }, { wait: 'note.length', is: 25000 },
    { paste: 'note', text: '合格\u202e不\u0000' }, refused, { wait: 'note_below', contains: 'U+202E' }, { tap: 'note_clean' }, { wait: 'note', is: '合格不' }, saved,
    { paste: 'note', text: 'x', times: 70000 }, refused, { tap: 'back' }, { tap: 'unsavedLeave' }, { tap: 'draft0' }, { wait: 'itemNo', is: '1.1' }, { wait: 'note', is: '' }, saved])
  step('long notes come back whole, what cannot be kept stays and is held')

  const rest = document.sections.flatMap((s) => [{ tap: `section_${s.id}` }, ...s.items.flatMap((item, n) => itemSteps(item, n === 0, photos, found, photoItems))])
  await inspector.play([...unlock, { wait: 'itemList', timeout: 20000 }, ...rest, saved, { tap: 'section_s2' }, { wait: 'itemNo', is: '2.1' },
    { paste: 'q_i2_label_days', text: '12345678901234567890' }, refused, { tap: 'nextItem' }, { tap: 'previousItem' }, { wait: 'q_i2_label_days', is: '12345678901234567890' }, { screenshot: 'unsaved-number.png' },
    { type: 'q_i2_label_days', text: '7' }, saved, { pause: 500 }, { tap: 'review' }, { tap: 'goSign' },
    { paste: 'partyName', text: '名', times: 500 }, { draw: 'signaturePad' }, { wait: 'signLack', contains: '红框' }, { wait: 'seal.enabled', is: false }, { wait: 'partyName_below', contains: '太长' }, { screenshot: 'unsaved-sign.png' },
    { paste: 'partyName', text: '陪同人🐑（示例）' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  const { records } = people.list(inspector.name, 'inspection.submitted')
  assert.equal(records.length, 1)
  const { payload } = people.show(inspector.name, records[0].id)
  assert.equal(payload.body.party.name, '陪同人🐑（示例）')
  assert.equal(payload.body.answers.i2_label_days, '7')
  step('the record holds what stood on the screen')

  const day = payload.at.slice(0, 10)
  await inspector.play([...unlock, { tap: 'navRecords' }, { wait: 'record0' },
    { type: 'recordSearch', text: '陪同人🐑' }, { wait: 'recordSearch_below', is: '找到 1 条' }, { wait: 'record0' }, { screenshot: 'unsaved-search.png' },
    { type: 'recordSearch', text: `检查员甲 ${day} 永昌` }, { wait: 'recordSearch_below', is: '找到 1 条' }, { wait: 'record0' },
    { type: 'recordSearch', text: '没有这个人' }, { wait: 'recordSearch_below', is: '找到 0 条' }, { gone: 'record0' },
    { type: 'recordSearch', text: '永昌' }, { tap: 'record0' }, { wait: 'fingerprint' }, { tap: 'back' },
    { tap: 'navSettings' }, { screenshot: 'unsaved-settings.png' }, { tap: 'addPerson' }, { wait: 'invitation' }, { tap: 'firstRunBack' }, { wait: 'person0' }, { screenshot: 'unsaved-unlock.png' }])
  step('records are found by party, person and day; another person enrols at once')
  people.sync(inspector.name)
  assert.equal(people.show(inspector.name, records[0].id).state, 'proved')
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
