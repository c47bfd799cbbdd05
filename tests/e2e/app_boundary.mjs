// A site corrected from the field: an inspector walks its boundary by a receiver that plays a file, is killed on the way and
// goes on where she was, takes the point, writes the name, signs; the administrator compares old and new in the console and
// publishes, a second proposal is declined with a reason; the tablet gets both answers, and judges inside and outside by the
// boundary that was published.
//
//   node tests/e2e/app_boundary.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, PIN, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppPerson } from './app_person.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-boundary-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`e2e boundary: ${text}`)
const kSite = 'yongchang-veg'
// A square of some 100 m; the ground that is walked is its eastern neighbour.
const kOld = [[101.9671, 38.2461], [101.9683, 38.2461], [101.9683, 38.2470], [101.9671, 38.2470], [101.9671, 38.2461]]
const kCorners = ['38.2461,101.9690', '38.2461,101.9702', '38.2470,101.9702', '38.2470,101.9690']
const kInside = '38.2466,101.9696'
const pin = [{ wait: 'pinPad' }, ...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
const openSite = [{ tap: 'navSites' }, { tap: `site_${kSite}` }, { wait: 'siteFact_id', is: kSite }]
let page

// Stands at the first corner for a while, so that the page is open when the walk begins; then goes at a trot.
function track(name, ...corners) {
  const file = join(folder, `${name}.nmea`)
  execFileSync('python3', [join(top, 'tests/nmea/make_track.py'), file, ...Array(18).fill(corners[0]), ...corners, '--repeat', '900', '--speed', '10'])
  return ['--position', `nmea:${file}`]
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const site = { id: kSite, name: '永昌县设施蔬菜标准化示范区（示例）', region: '620321', programme: '农业标准化示范区', sector: '设施蔬菜', point: { lat: 38.2466, lon: 101.9677 }, boundary: { type: 'Polygon', coordinates: [kOld] } }
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites: [site] }))
  people.enrol('inspector', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.sync('inspector')
  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)

  // Half of the way, then the battery is out.
  await inspector.work([...openSite, { wait: 'sitePlace', contains: '界外' }, { screenshot: 'boundary-site.png' }, { tap: 'siteCorrect' }, { tap: 'proposeWalk' }, { wait: 'walkPosition', matches: '±[0-9]+ m' }, { tap: 'walkRecord' }, { wait: 'walkSaid', contains: '正在记录' },
    { wait: 'walkCount', matches: '^[3-9] 个角点', timeout: 60000 }, { screenshot: 'boundary-half.png' }, { pause: 1500 }, { print: 'walkCount.text' }], { killAfter: 'walkCount.text', args: track('first', kCorners[0], kCorners[1], kCorners[2]) })
  step('killed half-way')

  // What was walked is there; the rest of the way.
  await inspector.work([...openSite, { tap: 'siteCorrect' }, { wait: 'proposeRestored' }, { tap: 'proposeWalk' }, { wait: 'walkCount', matches: '^[3-9] 个角点' }, { gone: 'walkTrack' }, { wait: 'walkPosition', matches: '±[0-9]+ m' }, { tap: 'walkRecord' },
    { pause: 38000, timeout: 60000 }, { wait: 'walkSaid', contains: '正在记录' }, { tap: 'walkClose' }, { wait: 'walkSaid', contains: '已围拢' }, { wait: 'walkArea', matches: '^1[3-9](\\.[0-9])? 亩 · ' }, { wait: 'walkTolerance', contains: '误差不超过 2 m' }, { screenshot: 'boundary-closed.png' },
    { tap: 'walkDone' }, { wait: 'proposeLack', contains: '为什么' }, { tap: 'proposeHere' }, { wait: 'proposePoint', contains: '离原坐标' }, { type: 'proposeName', text: '永昌县朱王堡镇设施蔬菜标准化示范区（示例）' }, { type: 'proposeReason', text: '东侧新建的棚，原界线没有包括' },
    { wait: 'proposeLack', contains: '签名后' }, { screenshot: 'boundary-propose.png' }, { tap: 'proposeSign' }, ...pin, { gone: 'proposeSign' }, { wait: 'proposalState0', is: '待上传' }, { screenshot: 'boundary-signed.png' }], { args: track('second', kCorners[2], kCorners[3], kCorners[0]) })
  const [{ id }] = people.list('inspector', 'site.proposed').records
  const { payload } = people.show('inspector', id)
  assert.equal(payload.body.walk.way, 'track')
  assert.equal(payload.body.walk.mocked, true, 'a file that is played is said to be one')
  assert.equal(payload.files.length, 1)
  assert.equal(payload.files[0].role, 'track')
  assert.equal(payload.files[0].sha256, payload.body.walk.track)
  const ring = payload.body.changes.boundary.coordinates[0]
  assert.ok(ring.length >= 5 && ring.length <= 14, `${ring.length} corners`)
  step(`walked by ${payload.body.walk.fixes} fixes into ${ring.length - 1} corners, and signed`)

  await inspector.sync()
  const second = [...openSite, { wait: 'proposalState0', is: '待答复' }, { tap: 'siteCorrect' }, { gone: 'proposeRestored' }, { type: 'proposeContact', text: '王负责（示例）' }, { type: 'proposeReason', text: '换了负责人' }, { tap: 'proposeSign' }, ...pin, { gone: 'proposeSign' }]
  await inspector.work(second)
  await inspector.sync()

  page = await ConsolePage.open(server.url)
  const shoot = async (name) => {
    if (!options.pictures) return
    mkdirSync(options.pictures, { recursive: true })
    await page.page.screenshot({ path: join(options.pictures, name) })
  }
  await page.enrol(people.invite('管理员乙', 'administrator', '--region', '62'))
  await page.page.goto(`${server.url}/#/sites/${kSite}`)
  const card = (of) => page.page.locator(`[data-test=proposal][data-proposal="${of}"]`)
  await card(id).waitFor()
  assert.equal(await page.at('proposals-waiting').textContent(), '更正待答复 1')
  await card(id).getByTestId('old-outline').waitFor()
  await card(id).getByTestId('new-outline').waitFor()
  assert.match(await card(id).getByTestId('proposal-moved').textContent(), /^移动 1[0-9]{2} 米$/)
  assert.match(await card(id).getByTestId('proposal-area').textContent(), /约 1[0-9](\.[0-9])? 亩/)
  assert.match(await card(id).getByTestId('proposal-walk').textContent(), /简化误差不超过 2 米/)
  await card(id).getByTestId('proposal-mocked').waitFor()
  await shoot('boundary-console.png')
  const other = people.list('inspector', 'site.proposed').records.find((record) => record.id !== id).id
  await card(other).getByTestId('decline-proposal').click()
  await card(other).getByTestId('decline-reason').fill('请附任命文件再提')
  await card(other).getByTestId('decline-sign').click()
  await page.page.locator(`[data-test=proposal][data-proposal="${other}"][data-state=declined]`).waitFor()
  await card(id).getByTestId('accept-proposal').click()
  await page.page.locator(`[data-test=proposal][data-proposal="${id}"][data-state=accepted]`).waitFor()
  await page.page.locator('[data-test=site-panel] h2', { hasText: '朱王堡镇' }).first().waitFor()
  await shoot('boundary-accepted.png')
  await page.page.setViewportSize({ width: 412, height: 915 })
  await shoot('boundary-narrow.png')
  assert.deepEqual(page.errors, [], 'the page logged no errors')
  step('one declined, one published in the console')

  await inspector.sync()
  await inspector.work([...openSite, { wait: 'proposalState0', is: '未采纳' }, { wait: 'proposalWords0', contains: '请附任命文件再提' }, { wait: 'proposalState1', is: '已采纳并发布' }, { wait: 'pageTitle', contains: '朱王堡镇' },
    { wait: 'sitePlace', contains: '在示范区内', timeout: 30000 }, { screenshot: 'boundary-inside.png' }], { args: track('inside', kInside, kInside) })
  await inspector.work([...openSite, { wait: 'sitePlace', contains: '界外', timeout: 30000 }], { args: track('outside', '38.2466,101.9677', '38.2466,101.9677') })
  step('inside and outside by the boundary that was published')
} finally {
  await page?.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
