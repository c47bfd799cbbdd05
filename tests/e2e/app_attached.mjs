// A checklist with a list, a table and a picture of its own, in the app's window: the picture stands over its question, a village is found in the
// list by a part of its name and shown by what the list calls it, and what is looked up of it counts at once and in the signed record.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'
import { writeList, writeTableAndPicture, writeVillages } from './villages.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-attached-app-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const made = join(folder, 'made')
  const file = writeVillages(made)
  writeList(made)
  writeTableAndPicture(made)
  people.publish(file, join(top, 'assets/samples/sites.json'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(inspector.name)
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_villages' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
    { wait: 'picture_village' }, { pause: 800 }, { screenshot: 'app-attached.png' }, { tap: 'q_village' }, { type: 'pickSearch', text: '东湾' }, { tap: 'pick_dongwan' }, { wait: 'saveState', contains: '已存' },
    { wait: 'q_area', is: '42' }, { pause: 500 }, { screenshot: 'app-attached-picked.png' }, { tap: 'review' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  const { records } = people.list(inspector.name, 'inspection.submitted')
  people.sync(inspector.name)
  const shown = people.show(inspector.name, records[0].id)
  assert.equal(shown.state, 'proved')
  assert.equal(shown.payload.body.answers.village, 'dongwan')
  assert.equal(shown.payload.body.score.points, 10000)
  console.log('e2e attached: the picture was shown, a village was found in its list, and the record was proved')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
