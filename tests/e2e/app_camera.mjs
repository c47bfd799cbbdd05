// The camera and the microphone in the app's window, over a folder of pictures and a file of sound: three photos, a code that is scanned, the
// same one once more, a note that is spoken; the app killed while it records, and the note back when it comes again; signed, and every file at
// the server.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppPerson, saved, signedTogether } from './app_person.mjs'
import { writeEan13 } from './bar_code.mjs'
import { writeTone } from './recordings.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const step = (text) => console.log(`e2e camera: ${text}`)
const kCode = '6901234567892'
const document = {
  format: 1, id: 'seen', version: '1', kind: 'supervision', languages: ['zh'], title: '现场拍照核查',
  grades: [{ id: 'done', tone: 'pass', label: '完成' }],
  sections: [{ id: 's', title: '现场', items: [{
    id: '1', points: 10, text: '标签与追溯码', evidence: { photos: 3 },
    questions: [
      { id: 'like', type: 'select_one', label: '结论', choices: [{ name: 'good', label: '符合', verdict: 'pass' }, { name: 'bad', label: '不符合', verdict: 'fail' }] },
      { id: 'trace', type: 'barcode', label: '追溯码', required: false }] }] }] }

const folder = mkdtempSync(join(tmpdir(), 'plumb-camera-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'seen.json'), document), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)

  const camera = join(folder, 'camera')
  const codes = join(folder, 'codes')
  for (const made of [camera, codes]) mkdirSync(made)
  for (let i = 0; i < 6; ++i) writePhoto(join(camera, `${i}.png`), i % 2 ? 'label' : 'greenhouse', i + 1, 640, 480)
  writeEan13(join(codes, 'code.png'), kCode)
  const sound = writeTone(join(folder, 'said.wav'), 12, 0.2, 16000)
  const heard = ['--sound', `file:${sound}`]

  await inspector.work([{ tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_seen' }, { tap: 'beginCheck' }, { wait: 'itemList' },
    { tap: 'takePhoto' }, { wait: 'shutter' }, { tap: 'shutter' }, { wait: 'cameraPosition', contains: '已有 1 张' }, { tap: 'shutter', times: 2 }, { wait: 'cameraPosition', contains: '已有 3 张' }, { wait: 'cameraLast' },
    { screenshot: 'app-camera.png' }, { tap: 'cameraClose' }, { wait: 'photo2' }, { tap: 'answer_like_good' }, ...saved], { args: ['--camera', `folder:${camera}`, '--sound', 'off'] })
  step('three photos, each sealed before the next')

  await inspector.work([{ wait: 'itemList' }, { tap: 'q_trace_scan' }, { wait: 'q_trace', is: kCode }, ...saved, { tap: 'q_trace_scan' }, { wait: 'scanDoubt', contains: '刚才已经扫过' }, { screenshot: 'app-scan.png' }, { tap: 'scanClose' }, { gone: 'scanDoubt' },
    { tap: 'soundBegin' }, { wait: 'soundLength', matches: '0:0[4-9]' }, { screenshot: 'app-sound.png' }, { print: 'soundState.text' }], { args: ['--camera', `folder:${codes}`, ...heard], killAfter: 'soundState' })
  step('a code is entered, the same one twice is told; killed while it records')

  await inspector.work([{ wait: 'itemSound0' }, ...saved, { tap: 'review' }, { tap: 'goSign' }, ...signedTogether], { args: ['--camera', 'off', ...heard] })
  const { id } = people.list('inspector', 'inspection.submitted').records[0]
  const { payload } = people.show('inspector', id)
  assert.equal(payload.body.answers.trace, kCode)
  const photos = payload.files.filter((file) => file.role === 'evidence')
  assert.equal(photos.length, 3)
  for (const file of photos) {
    assert.equal(file.type, 'image/jpeg')
    assert.equal(file.photo.way, 'camera')
  }
  assert.equal(payload.files.filter((file) => file.type === 'audio/ogg').length, 1, 'what was recorded before the kill')
  // The word comes only once the server has said, by hash and size, that it holds each file.
  await inspector.sync()
  assert.equal(people.show('inspector', id).state, 'proved')
  step('signed, and every file is at the server')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
