// Documents that ask what XLSForm can go the whole way as ours do: an XLSForm of the public kind, imported as it is, and a checklist whose
// points come from a repeat. Published, filled, signed with their trails, sent, and scored by the server to the same thousandth.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'

const page = readFileSync(join(top, 'shared/checklist/CHECKLIST.md'), 'utf8')
const block = (kind) => page.split('```' + kind + '\n')[1].split('\n```')[0]
const folder = mkdtempSync(join(tmpdir(), 'plumb-forms-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const household = join(folder, 'household.json'), plots = join(folder, 'plots.json')
  plumb('checklist', 'import', join(top, 'tests/e2e/forms/household.xlsx'), '-o', household)
  writeFileSync(plots, block('json form'))
  people.publish(household, plots, join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')

  const inspect = (checklist, answers) => {
    const file = writeJson(join(folder, `${checklist}-answers.json`), answers)
    return plumb('inspect', '--home', people.home('inspector'), '--checklist', checklist, '--site', 'yongchang-veg', '--answers', file, '--refused', '有异议', '--witness', '见证人').id
  }
  const asked = { village: '东湾', state: 'gs', county: 'dh', n: '2', 'member[1]/name': '甲', 'member[1]/age': '44', 'member[1]/crops': 'rape', 'member[2]/age': '8', order: 'barley rape', ok: 'OK', loc: '38.2471 101.9683 2400 3.5' }
  const records = { household: inspect('household', { answers: asked }), plots: inspect('plots', JSON.parse(block('json form answers'))) }
  people.sync('inspector')
  for (const [checklist, record] of Object.entries(records)) {
    const shown = plumb('show', '--home', people.home('inspector'), record)
    assert.match(JSON.stringify(shown), /"(proved|logged)"/, `${checklist} is in the log`)
    const { body } = shown.payload
    assert.match(body.trail, /^[0-9a-f]{64}$/, `${checklist} states its trail`)
    if (checklist === 'plots') assert.deepEqual(body.score, JSON.parse(block('json form score')))
    else for (const [key, value] of Object.entries(asked)) assert.equal(body.answers[key], value, key)
  }
  console.log('an imported XLSForm and a checklist with a repeat: signed, sent, scored alike, in the log')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
