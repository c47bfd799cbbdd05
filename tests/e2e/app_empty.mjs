// A tablet on its first day: nothing was published, nothing was done. Every page says what is empty, why, and what to do
// next, and none of it is a dead end; a map without sites and a search without a hit do, too.
//
//   node tests/e2e/app_empty.mjs [--keep FOLDER] [--pictures FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-empty-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const seen = (name) => ({ screenshot: `empty-${name}.png` })
  // What stands there, why, and the way on.
  const says = (title, text) => [{ wait: 'empty' }, { wait: 'empty.title', is: title }, { wait: 'empty.text', contains: text }]

  const officer = new AppInspector(people, folder, options.pictures)
  people.enrol(officer.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(officer.name)
  await officer.play([...unlock, { wait: 'startCheck' }, seen('today'),
    { tap: 'startCheck' }, ...says('还没有检查对象', '同步'), seen('start'),
    { tap: 'navSites' }, ...says('还没有检查对象', '同步'), seen('sites'), { tap: 'sitesMap' }, { wait: 'mapView' }, ...says('还没有检查对象', '同步'), seen('map'), { tap: 'sitesList' },
    { tap: 'navRecords' }, ...says('还没有记录', '检查签名后'), seen('records'), { type: 'recordSearch', text: '没有的' }, ...says('没有找到', '换一个词'),
    { tap: 'navRectify' }, ...says('没有正在整改的问题', '下达整改通知后'), seen('rectify'),
    { tap: 'navSync' }, ...says('没有待传的内容', '自动上传'), seen('sync'),
    { tap: 'navSettings' }, { tap: 'settingsStandards' }, { wait: 'standardSearch' }, { type: 'standardSearch', text: '没有的' }, ...says('没有找到', '换一个词'), seen('standards')])
  console.log('e2e empty: an inspector on her first day')

  people.publish(join(top, 'assets/samples/sites.json'))
  const enterprise = new AppInspector(people, folder, options.pictures)
  enterprise.name = 'enterprise'
  enterprise.folder = mkdtempSync(join(folder, 'enterprise-'))
  people.enrol('enterprise', people.invite('质量员戊', 'enterprise', '--region', '6203', '--site', 'yongchang-veg'))
  people.sync('enterprise')
  await enterprise.play([...unlock, { wait: 'assessEmpty' }, seen('assess'), { tap: 'navRectify' }, ...says('没有要整改的问题', '下达整改通知'), seen('rectify-enterprise'), { tap: 'navRecords' }, ...says('还没有记录', '自评'), seen('records-enterprise')])
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
