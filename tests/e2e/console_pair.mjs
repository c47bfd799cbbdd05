// A record that two inspectors have to sign, in the command line and in the console: incomplete until the second signed, with
// nothing to decide; then verified in the browser, both signatures over the same bytes, and accepted.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-console-pair-'))
const server = new Server(folder, await freePort())
let page
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const forTwo = JSON.parse(readFileSync(compiled('6a'), 'utf8'))
  Object.assign(forTwo, { id: 'two', signers: 2 })
  people.publish(writeJson(join(folder, 'two.json'), forTwo), join(top, 'assets/samples/sites.json'))
  for (const name of ['检查员甲', '检查员乙']) people.enrol(name, people.invite(name, 'inspector', '--region', '62'))
  for (const name of ['检查员甲', '检查员乙']) people.sync(name)
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 1, 160, 120)
  const { id } = plumb('inspect', '--home', people.home('检查员甲'), '--checklist', 'two', '--site', 'yongchang-veg', '--answers', writeJson(join(folder, 'answers.json'), found), ...photoItems.flatMap((item) => ['--file', `${item}=${photo}`]), '--refused', '有异议', '--witness', '见证人')
  people.sync('检查员甲')
  assert.equal(people.show('检查员甲', id).status, 'incomplete')
  const own = run('plumb', ['cosign', '--home', people.home('检查员甲'), '--record', id])
  assert.equal(own.code, 1, 'nobody is her own second')

  page = await ConsolePage.open(server.url)
  const shoot = async (name) => {
    if (!options.pictures) return
    mkdirSync(options.pictures, { recursive: true })
    await page.page.screenshot({ path: join(options.pictures, name) })
  }
  await page.enrol(people.invite('审核员丙', 'supervisor', '--region', '62'))
  await page.at('queue-empty').waitFor()
  assert.equal(await page.at('count-incomplete').textContent(), '1')
  let rows = await page.record('incomplete', id)
  assert.equal(await page.at('status-text').first().getAttribute('data-status'), 'incomplete')
  assert.ok(rows.some((r) => r.state === 'unknown' && r.text.includes('还没有第二名的签字')), JSON.stringify(rows))
  assert.match(await page.at('why-not').textContent(), /两名检查员/)
  assert.equal(await page.at('accept').count(), 0, 'there is nothing to decide')
  await shoot('console-incomplete.png')
  await page.page.setViewportSize({ width: 412, height: 915 })
  await shoot('console-incomplete-narrow.png')
  await page.page.setViewportSize({ width: 1440, height: 900 })

  people.sync('检查员乙')
  plumb('cosign', '--home', people.home('检查员乙'), '--record', id)
  people.sync('检查员乙')
  assert.equal(people.show('检查员乙', id).status, 'submitted')
  rows = await page.record('queue', id)
  assert.ok(rows.some((r) => r.state === 'ok' && r.text.includes('检查员乙 签的是逐字节相同的内容')), JSON.stringify(rows))
  assert.match(await page.at('cosigned').textContent(), /检查员乙/)
  await shoot('console-cosigned.png')
  await page.decide('accept', '同意')
  new SecondReviewer(people).accept(id)
  assert.deepEqual(page.errors, [], 'the page logged no errors')

  people.sync('检查员甲')
  const bundle = join(folder, 'record.plumb')
  plumb('export', '--home', people.home('检查员甲'), '--record', id, '-o', bundle)
  const verified = run('plumb', ['verify', bundle, '--root', root])
  assert.equal(verified.code, 0, verified.out)
  assert.match(verified.out, /a second inspector signed the same content: 检查员乙/)
  plumb('print', '--home', people.home('检查员甲'), '--record', id, '--paper', 'inspection_record', '-o', join(folder, 'record.pdf'))
  console.log('1 passed, 0 failed')
} finally {
  await page?.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
