// A published checklist carries its lists of choices, look-up tables and pictures to the tablets as files of its record, and they work there: a
// village of the list is taken, another is refused, what is looked up counts in the score, and the server scores with the same files.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { writeList, writeTableAndPicture, writeVillages } from './villages.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-attached-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const made = join(folder, 'made')
  const file = writeVillages(made)
  const publish = (...files) => run('plumb', ['admin', 'publish', '--home', people.home('admin'), ...files, '--json'])

  const lacking = publish(file)
  assert.notEqual(lacking.code, 0, 'without its files it is not published')
  assert.match(lacking.err + lacking.out, /villages\.csv.*map\.png.*areas\.csv|areas\.csv.*villages\.csv/s, 'every file that lacks is named')
  writeList(made, 'code,label\nlz,临泽\n')
  writeTableAndPicture(made)
  const wrong = publish(file)
  assert.notEqual(wrong.code, 0, 'a list without the column that names its choices is found before it is published')
  assert.match(wrong.err + wrong.out, /name/)
  writeList(made)
  people.publish(file, join(top, 'assets/samples/sites.json'))

  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const inspect = (village) => {
    const answers = writeJson(join(folder, 'answers.json'), { answers: { village } })
    return run('plumb', ['inspect', '--home', people.home('inspector'), '--checklist', 'villages', '--site', 'yongchang-veg', '--answers', answers, '--refused', '有异议', '--witness', '见证人', '--json'])
  }
  const unknown = inspect('beiwan')
  assert.notEqual(unknown.code, 0, 'a village that is not in the list is refused')
  for (const [village, points] of [['dongwan', 10000], ['xiwan', 0]]) {
    const signed = inspect(village)
    assert.equal(signed.code, 0, signed.err)
    people.sync('inspector')
    const shown = people.show('inspector', JSON.parse(signed.out).id)
    assert.equal(shown.state, 'proved', 'the server scored it with the same files')
    assert.equal(shown.payload.body.score.points, points, village)
    assert.equal(shown.payload.body.answers.village, village)
  }
  console.log('a checklist came with its list, its table and its picture, and worked on the tablet and at the server')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
