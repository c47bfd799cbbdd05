// A lost tablet, through the app's own window: what somebody says about a clause is signed without a network; her key is
// revoked; at the next contact the app locks her out, says by whom and why, lets out what was not sent and shows nothing
// else, also after another start and with the clock set back; her colleague's vault on the same tablet goes on. Any
// complaint of QML fails the run.
//
//   node tests/e2e/app_revoked.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, PIN, plumb, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-revoked-'))
const step = (text) => console.log(`e2e revoked: ${text}`)
const pin = unlock.slice(1)
const [bea, ann] = ['person0', 'person1']
const as = (person) => [{ wait: 'unlockTitle' }, { tap: person }, { wait: 'pinPad' }, ...pin]

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const tablet = new AppInspector(people, folder, options.pictures)
  people.enrol(tablet.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(tablet.name)
  const home = people.home(tablet.name)
  const kid = plumb('status', '--home', home).people[0].kid

  const digits = [...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
  await tablet.play([{ wait: 'pinPad' }, { tap: 'addPerson' }, { type: 'invitation', text: people.invite('检查员乙', 'inspector', '--region', '62') }, { tap: 'inviteNext' }, { wait: 'newPin' }, ...digits, ...digits,
    { wait: 'comparisonText', timeout: 30000 }, { tap: 'comparisonDone' }, { wait: 'navPerson.text', is: '检查员乙', timeout: 30000 }, { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 2500 }])

  // Without a network; the number is typed as it comes.
  await tablet.play([...as(ann), { tap: 'todayStandards', timeout: 20000 }, { wait: 'standard0', timeout: 20000 }, { screenshot: 'standards.png' }, { type: 'standardSearch', text: 'gb2763-2026' }, { wait: 'standardsCount', is: '1 部' }, { screenshot: 'standards-found.png' },
    { tap: 'standard0' }, { wait: 'standardStatus', contains: '现行' }, { screenshot: 'standard.png' }, { tap: 'standardSay' }, { type: 'feedbackText', text: '限量表太长，现场查不到。' }, { screenshot: 'feedback.png' }, { tap: 'feedbackSign' }, ...pin, { pause: 1000 },
    { tap: 'back' }, { tap: 'navSync' }, { wait: 'syncWord', contains: '待传 1 件', timeout: 20000 }, { screenshot: 'sync-waits.png' }, { tap: 'syncPause' }, { wait: 'syncStopped.text', contains: '暂停' }, { screenshot: 'sync-paused.png' }], { args: ['--network', 'none'] })
  assert.equal(plumb('list', '--home', home, '--person', '检查员甲', '--type', 'standard.feedback').records.length, 1)
  step('what she said about a standard was signed without a network, and the sync was paused')

  plumb('admin', 'revoke', '--home', people.home('admin'), kid, '--reason', '平板遗失')
  await tablet.play([...as(ann), { tap: 'navSync', timeout: 20000 }, { wait: 'syncStopped.text', contains: '暂停' }, { pause: 1500 }, { tap: 'syncNow' },
    { wait: 'unlockTitle', timeout: 30000 }, { wait: `${ann}.subtitle`, contains: '注销', timeout: 20000 }, { screenshot: 'revoked-lock.png' },
    { tap: ann }, ...pin, { wait: 'endedRevoked.text', contains: '平板遗失', timeout: 20000 }, { wait: 'endedRevoked.text', contains: '1 条记录' }, { screenshot: 'revoked.png' }, { gone: 'navSync' },
    { tap: 'endedExport' }, { wait: 'endedExported.text', contains: '已导出 1 条', timeout: 20000 }, { screenshot: 'revoked-exported.png' }, { tap: 'endedLock' }, { wait: 'unlockTitle' }])
  step('the pause held over a restart; at the first contact the tablet locked her out and said why')

  const exported = readdirSync(join(home, 'export'))
  assert.equal(exported.length, 1)
  assert.ok(readFileSync(join(home, 'export', exported[0]), 'utf8').includes('"logged":false'))
  await tablet.play([...as(ann), { wait: 'endedRevoked.text', contains: '平板遗失', timeout: 20000 }, { gone: 'navToday' }, { tap: 'endedLock' }, ...as(bea), { tap: 'navSync', timeout: 20000 }, { tap: 'syncNow' }, { pause: 1500 }, { wait: 'syncWord', is: '全部已同步', timeout: 30000 }, { gone: 'syncRevoked' }])
  step('another start changes nothing for her, and nothing was ever wrong for her colleague')
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
