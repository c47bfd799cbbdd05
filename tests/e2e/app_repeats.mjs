// Copies of a repeat, through the app's own window: ear tags of 6b are asked one animal after the other. Two are added and
// filled, one is taken out and brought back by undo, the app is killed and started again, and all of it is there; the
// rest of the form is filled, the record signed and sent, and the server, which scores again, takes it.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, itemSteps, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-repeats-'))
const step = (text) => console.log(`e2e repeats: ${text}`)
const found = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6b-pass.json'), 'utf8'))
const document = JSON.parse(readFileSync(compiled('6b'), 'utf8'))
const photoItems = document.sections.flatMap((s) => s.items).filter((item) => item.evidence?.photos).map((item) => item.id)
const tag = (n) => `36203210000010${n}`

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6b'), join(top, 'assets/samples/sites.json'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(inspector.name)
  const photos = [1, 2, 3].map((n) => writePhoto(join(folder, `photo${n}.png`), 'label', n, 160, 120))

  const worn = (n, number) => [{ tap: `answer_h7_tags[${n}]/h7_worn_read` }, { type: `q_h7_tags[${n}]/h7_tag`, text: number }]
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6b' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
    { tap: 'section_s2' }, { tap: 'nextItem' }, { tap: 'nextItem' }, { tap: 'nextItem' }, { wait: 'itemNo', is: '2.4' }, { wait: 'copyLabel_h7_tags[1]', is: '抽查的畜只 1' }, ...worn(1, tag(1)),
    { tap: 'add_h7_tags' }, ...worn(2, tag(2).slice(0, 14)), { tap: 'add_h7_tags' }, ...worn(3, tag(3)), { wait: 'q_h7_heads', is: '3' }, { wait: 'q_h7_good', is: '2' }, { screenshot: 'app-repeats.png' },
    { tap: 'remove_h7_tags[2]' }, { wait: 'removedText', contains: '抽查的畜只 2' }, { wait: 'q_h7_tags[2]/h7_tag', is: tag(3) }, { gone: 'copyLabel_h7_tags[3]' }, { wait: 'q_h7_good', is: '2' }, { screenshot: 'app-repeats-removed.png' },
    { tap: 'undoRemove' }, { wait: 'q_h7_tags[2]/h7_tag', is: tag(2).slice(0, 14) }, { wait: 'q_h7_tags[3]/h7_tag', is: tag(3) }, { gone: 'removedText' },
    { wait: 'saveState', contains: '已存' }, { pause: 500 }, { print: 'itemNo.text' }], { killAfter: 'itemNo.text' })
  step('two copies were added and filled, one was taken out and brought back')

  // The animals are filled in already; what earns less than it could needs a photo.
  const seen = (item) => ({ na: found.na, answers: item.id === '7' ? {} : found.answers, notes: { ...found.notes, 7: '2 号畜只耳标少一位' } })
  const withPhoto = [...photoItems, '7']
  const rest = document.sections.flatMap((s) => [{ tap: `section_${s.id}` }, ...s.items.flatMap((item, n) => itemSteps(item, n === 0, photos, seen(item), withPhoto))])
  await inspector.play([...unlock, { wait: 'itemNo', is: '2.4', timeout: 20000 }, { wait: 'q_h7_tags[2]/h7_tag', is: tag(2).slice(0, 14) }, { wait: 'q_h7_heads', is: '3' }, ...rest,
    { wait: 'saveState', contains: '已存' }, { pause: 500 }, { tap: 'review' }, { screenshot: 'app-repeats-review.png' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 },
    { tap: 'showRecord' }, { tap: 'tabItems' }, { screenshot: 'app-repeats-record.png' }])
  const { records } = people.list(inspector.name, 'inspection.submitted')
  const id = records[0].id
  const { payload } = people.show(inspector.name, id)
  assert.deepEqual(Object.fromEntries(Object.entries(payload.body.answers).filter(([key]) => key.startsWith('h7_'))), {
    h7_tags: '3',
    'h7_tags[1]/h7_worn': 'read', 'h7_tags[1]/h7_tag': tag(1),
    'h7_tags[2]/h7_worn': 'read', 'h7_tags[2]/h7_tag': tag(2).slice(0, 14),
    'h7_tags[3]/h7_worn': 'read', 'h7_tags[3]/h7_tag': tag(3),
  })
  step('the record names each answer by its copy')
  people.sync(inspector.name)
  assert.equal(people.show(inspector.name, id).state, 'proved')
  step(`the server scored ${payload.body.score.points / 1000} of ${payload.body.score.max / 1000} as the tablet did`)
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
