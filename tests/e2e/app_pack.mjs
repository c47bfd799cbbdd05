// Sync by file, through the app's own window: an inspector whose tablet has no network writes what waits onto a stick, a
// colleague hands it in, and the answer proves her records; a second tablet gets them by another file. The server is
// not running while the tablets work.
//
//   node tests/e2e/app_pack.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, PIN, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-pack-'))
const step = (text) => console.log(`e2e pack: ${text}`)
const stick = join(folder, 'stick')
mkdirSync(stick, { recursive: true })
const packs = () => readdirSync(stick).filter((name) => name.endsWith('.plumbpack')).sort()

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(join(top, 'assets/checklists/6a.json'), join(top, 'assets/samples/sites.json'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('colleague', people.invite('检查员乙', 'inspector', '--region', '62'))
  people.sync(inspector.name)
  people.sync('colleague')
  await server.stop('SIGTERM')
  step('two tablets know the server, and will not meet it again')

  const photos = [writePhoto(join(folder, 'photo-1.png'), 'greenhouse', 3), writePhoto(join(folder, 'photo-2.png'), 'label', 5)]
  const files = photoItems.flatMap((item, n) => ['--file', `${item}=${photos[n % photos.length]}`])
  const answers = writeJson(join(folder, 'answers.json'), found)
  const { id } = plumb('inspect', '--home', people.home(inspector.name), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', answers, ...files, '--refused', '有异议', '--witness', '见证人')

  await inspector.play([...unlock, { tap: 'navSync' }, { tap: 'packWrite' }, { type: 'folderPath', text: join(stick, 'no-such-folder') }, { tap: 'folderSave' }, { wait: 'packSaid', contains: '写不进', timeout: 20000 }, { tap: 'packWrite' }, { type: 'folderPath', text: stick }, { tap: 'folderSave' }, { wait: 'packSaid', contains: '已写好', timeout: 20000 }, { screenshot: 'app-pack-written.png' }])
  assert.equal(packs().length, 1, 'one file was written')
  const request = join(stick, packs()[0])
  const text = readFileSync(request).toString('latin1')
  for (const word of ['yongchang', 'inspection', '检查员']) assert.ok(!text.includes(Buffer.from(word).toString('latin1')), `the file shows ${word}`)
  step('the tablet wrote what waits, and the file shows nothing of it')

  await server.start()
  // Whoever carries it needs no account; what she carries can be damaged on its way.
  const cut = join(stick, 'cut.plumbpack')
  writeFileSync(cut, readFileSync(request).subarray(0, 3000))
  const refused = run('plumb', ['pack', 'carry', cut, '-o', join(stick, 'none'), '--server', server.url, '--pin', people.pin ?? '', '--json'])
  assert.notEqual(refused.code, 0)
  assert.ok(!existsSync(join(stick, 'none')))
  plumb('pack', 'carry', request, '-o', join(stick, 'answer-1.plumbpack'), '--home', people.home('colleague'))
  await server.stop('SIGTERM')
  step('it was handed in over TLS by a colleague')

  await inspector.play([...unlock, { tap: 'navSync' }, { tap: 'packTake' }, { type: 'filePath', text: request }, { tap: 'fileOpen' }, { wait: 'packSaid', contains: '不是能用的交换包', timeout: 20000 }, { tap: 'packTake' }, { type: 'filePath', text: join(stick, 'answer-1.plumbpack') }, { tap: 'fileOpen' }, { wait: 'packSaid', contains: '1 条记录已入日志并证明', timeout: 30000 }, { screenshot: 'app-pack-taken.png' }])
  assert.equal(people.show(inspector.name, id).state, 'proved')
  step('the answer proves the record, with no network')

  // The other tablet, by its own file, at the same server; its owner is told of what the first found.
  const other = join(stick, 'other.plumbpack')
  plumb('pack', 'write', '--home', people.home('colleague'), '-o', other)
  await server.start()
  plumb('pack', 'carry', other, '-o', join(stick, 'answer-2.plumbpack'), '--home', people.home('colleague'))
  await server.stop('SIGTERM')
  const taken = plumb('pack', 'take', '--home', people.home('colleague'), join(stick, 'answer-2.plumbpack'))
  assert.ok(taken.pulled >= 1)
  assert.equal(people.show('colleague', id).payload.site, 'yongchang-veg')
  const wrong = run('plumb', ['pack', 'take', '--home', people.home('colleague'), join(stick, 'answer-1.plumbpack'), '--json'], { PLUMB_PIN: PIN })
  assert.match(wrong.err, /pack_unknown/)
  step('the other tablet holds it, believed')
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
