// Photos in the app's window: one from a phone (HEIC), one that is none, one that is cut short, the same one twice; a mark drawn by hand, undone and
// done again; the app killed right after: the mark is there when it comes back; a copy with watermark in the folder of pictures, a JPEG whatever
// the original is.
import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-evidence-'))
// Where the app finds the folder of pictures (xdg-user-dirs).
const home = join(folder, 'home')
const pictures = join(home, 'Pictures')
mkdirSync(pictures, { recursive: true })
process.env.HOME = home
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

  const heic = join(folder, 'IMG_0001.HEIC')
  copyFileSync(join(top, 'tests/fuzz/corpus/image/photo.heic'), heic)
  const empty = join(folder, 'empty.jpg')
  writeFileSync(empty, '')
  const cut = join(folder, 'cut.heic')
  writeFileSync(cut, readFileSync(heic).subarray(0, 600))
  const add = (file) => [{ tap: 'addPhoto' }, { type: 'filePath', text: file }, { tap: 'fileOpen' }]
  const stood = { wait: 'markedPhoto.count', is: 1 }
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
    ...add(empty), { wait: 'checkProblem', contains: '是空的' }, ...add(cut), { wait: 'checkProblem', contains: '没有加入' }, { gone: 'photo0' }, ...add(heic), { wait: 'photo0', timeout: 20000 }, ...add(heic), { wait: 'checkProblem', contains: '已经在这一项里' },
    { tap: 'photo0' }, { wait: 'photoVerdict', contains: '无从核对' }, { wait: 'copySize', matches: '\\d' }, { draw: 'markedPhoto' }, stood, { tap: 'markUndo' }, { wait: 'markedPhoto.count', is: 0 }, { tap: 'markRedo' }, stood,
    { screenshot: 'app-photo.png' }, { pause: 700 }, { print: 'photoPosition.text' }], { killAfter: 'photoPosition' })
  await inspector.play([...unlock, { wait: 'photo0', timeout: 20000 }, { tap: 'photo0' }, stood, { wait: 'copySize', matches: '\\d' }, { type: 'photoCaption', text: '门虚掩' }, { keys: 'Tab' }, { tap: 'photoCopy' }, { wait: 'toastText', contains: '.jpg' },
    { screenshot: 'app-photo-copied.png' }, { tap: 'photoUse' }, { gone: 'photoUse' }, { wait: 'saveState', contains: '已存' }])
  const copies = readdirSync(pictures).filter((name) => name.endsWith('.jpg'))
  assert.equal(copies.length, 1)
  assert.deepEqual([...readFileSync(join(pictures, copies[0])).subarray(0, 3)], [0xff, 0xd8, 0xff])
  console.log('e2e evidence: a HEIC was taken in, what is no photo was not; a mark outlived a kill; a copy stands in the folder of pictures')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
