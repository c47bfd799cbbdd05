// The app for who uses a keyboard or a screen reader: on the pages around a check, everything that can be worked
// has a name and a role, is large enough for a glove, is reached by Tab and shows that it has the focus.
//
//   node tests/e2e/app_access.mjs [--pictures FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, Server, writeJson } from '../../tools/stage/stage.mjs'
import { AppPerson } from './app_person.mjs'
import { checklist } from './story_checklist.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-access-'))
const server = new Server(folder, await freePort())
const kSite = 'yongchang-veg'
const audit = (name) => ({ audit: name })

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const site = { id: kSite, name: '永昌县设施蔬菜标准化示范区（示例）', region: '620321', programme: '农业标准化示范区', sector: '设施蔬菜', point: { lat: 38.2471, lon: 101.9683 } }
  people.publish(writeJson(join(folder, 'zone.json'), checklist), writeJson(join(folder, 'sites.json'), { sites: [site] }))
  people.enrol('inspector', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.sync('inspector')
  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)
  await inspector.play([{ wait: 'pinPad', timeout: 40000 }, audit('unlock')], { args: ['--position', 'off'] })
  for (const size of ['1280x800', '412x915'])
    await inspector.work([audit('today'), { tap: 'navSites' }, { wait: `site_${kSite}` }, audit('sites'), { tap: `site_${kSite}` }, { wait: 'siteFact_id' }, audit('site'), { tap: 'siteCorrect' }, { wait: 'proposeSign' }, audit('propose'),
      { tap: 'proposeWalk' }, { wait: 'walkSaid' }, audit('walk'), { tap: 'back' }, { tap: 'back' }, { tap: 'back' }, { tap: 'navRecords' }, audit('records'), { tap: 'navRectify' }, audit('rectify'), { tap: 'navSync' }, { wait: 'syncNow' }, audit('sync'),
      { tap: 'navSettings' }, { wait: 'themeDark' }, audit('settings'), { tap: 'navToday' }, { tap: 'startCheck' }, { wait: 'siteSearch' }, audit('start')], { args: ['--position', 'off', '--size', size] })
  console.log('e2e access: the pages around a check are named, large enough and reached by Tab')
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
