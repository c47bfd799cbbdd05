// The whole way once: administrator, inspector and supervisor enrol; a checklist and a site are published; an inspection
// with photos and a veto is filled, signed and synced; the supervisor, in Chromium, verifies and returns it; it is
// amended and accepted; the bundle is proved with no server, and one changed byte is not.
//
//   node tests/e2e/whole_way.mjs --inspector cli|app [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector } from './app_inspector.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { ConsolePage } from './console_page.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { inspector: { type: 'string', default: 'cli' }, keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-e2e-'))
const step = (text) => console.log(`e2e ${options.inspector}: ${text}`)

const server = new Server(folder, await freePort())
let page
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const forInspector = people.invite('检查员甲', 'inspector', '--region', '62')
  const forSupervisor = people.invite('审核员乙', 'supervisor', '--region', '62')
  step('enrolled the administrator, published the checklist and three sites')

  const inspector = options.inspector === 'app' ? new AppInspector(people, folder, options.pictures) : new CliInspector(people, folder)
  await inspector.enrol(forInspector)
  assert.match(run('plumb', ['enrol', '--home', people.home('thief'), forInspector]).err, /used already/, 'an invitation is good once')
  const photos = [writePhoto(join(folder, 'photo-1.png'), 'greenhouse', 3), writePhoto(join(folder, 'photo-2.png'), 'label', 5)]
  const id = await inspector.inspect(photos)
  step(`signed ${id}`)
  await inspector.sync()
  const sent = people.show(inspector.name, id)
  assert.equal(sent.state, 'proved')
  assert.equal(sent.status, 'submitted')
  assert.deepEqual(sent.payload.body.score.vetoes, ['2'])
  assert.equal(sent.payload.body.score.grade, 'handover')
  step(`in the log as entry ${sent.index}, proved under a checkpoint of ${sent.proved_size}`)

  page = await ConsolePage.open(server.url)
  await page.enrol(forSupervisor)
  await page.page.locator(`[data-test=queue-item][data-id="${id}"]`).waitFor()
  const rows = await page.record('queue', id)
  assert.ok(rows.length >= 5 && rows.every((row) => row.state === 'ok'), `every check holds in the browser: ${JSON.stringify(rows)}`)
  if (options.pictures) await page.page.screenshot({ path: join(options.pictures, 'console-record.png') })

  // The supervisor asks at an item, the inspector answers from where she is, and it stands resolved in both places.
  const thread = page.page.locator('[data-test=item][data-item="2"]').getByTestId('thread')
  await page.page.locator('[data-test=item][data-item="2"]').getByTestId('item-ask').click()
  await page.at('ask-text').fill('标签照片里看不清批号，是哪一批？')
  await page.at('ask-send').click()
  await thread.waitFor()
  await inspector.sync()
  await inspector.answer(id, '2', '批号 240915，标签背面另有一张。')
  await inspector.sync()
  await page.record('queue', id)
  assert.match(await thread.textContent(), /批号 240915/)
  await page.at('thread-resolve').click()
  await page.page.locator('[data-test=thread][data-open=false]').waitFor()
  await inspector.sync()
  assert.deepEqual(people.show(inspector.name, id).threads.map((one) => [one.item, one.state, one.said.length]), [['2', 'resolved', 3]])
  step('asked at an item, answered and resolved')

  await page.decide('return', '第 2.1 项请补充标签照片的说明')
  step(`verified in Chromium (${rows.length} checks) and returned`)

  await inspector.sync()
  const returned = people.show(inspector.name, id)
  assert.equal(returned.status, 'returned')
  assert.equal(returned.reviews[0].comment, '第 2.1 项请补充标签照片的说明')
  await inspector.amend(id, '补充标签照片的说明')
  await inspector.sync()
  assert.equal(people.show(inspector.name, id).status, 'submitted')
  step('amended')

  const again = await page.record('queue', id)
  assert.ok(again.every((row) => row.state === 'ok'), JSON.stringify(again))
  await page.decide('accept', '同意')
  assert.match(await page.at('decision-done').textContent(), /还等另一名审核员/)
  await inspector.sync()
  assert.equal(people.show(inspector.name, id).status, 'submitted', 'a veto takes two')
  new SecondReviewer(people).accept(id)
  assert.deepEqual(page.errors, [], 'the page logged no errors')
  await inspector.sync()
  const accepted = people.show(inspector.name, id)
  assert.equal(accepted.status, 'accepted')
  assert.equal(accepted.version, 2)
  step('accepted')

  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', people.home(inspector.name), '--record', id, '-o', bundle)
  await page.close()
  page = undefined
  assert.deepEqual(await server.stop(), { code: 0, signal: null }, 'the server stops gracefully')
  const proved = run('plumb', ['verify', bundle, '--root', root])
  assert.equal(proved.code, 0, proved.out)
  assert.match(proved.out, /ok +trail: the \d+ entries of the trail lead to the answers/)
  const whole = readFileSync(bundle)
  const changed = join(folder, 'changed.json')
  for (let i = 0; i < 40; ++i) {
    const bytes = Buffer.from(whole)
    bytes[Math.floor((bytes.length * (i + 0.5)) / 40)] ^= 1
    writeFileSync(changed, bytes)
    const verdict = run('plumb', ['verify', changed, '--root', root])
    assert.equal(verdict.code, 1, 'one changed byte is noticed')
    assert.match(verdict.out, /NOT PROVED: ./)
  }
  assert.equal(run('plumb', ['verify', bundle, '--root', root.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))]).code, 1)
  step('the bundle is proved with no server; 40 bundles with one byte changed are not')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  if (page && options.pictures) await page.page.screenshot({ path: join(options.pictures, 'failed.png') })
  throw error
} finally {
  if (page) await page.close()
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
