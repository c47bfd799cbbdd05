// Each of our checklists goes the whole way: published, filled with the answers of its fixtures, signed by the tablet's library, sent, and
// scored by the server to the same thousandth, facts of the site and bonus included. A line whose score does not follow would be refused.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'

const ids = ['6a', '6b', 'c1', 'c2', 'c3', 'c4', 'c5']
const read = (file) => JSON.parse(readFileSync(join(top, file), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'plumb-checklists-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(...ids.map(compiled), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const photos = [1, 2, 3].map((n) => writePhoto(join(folder, `photo${n}.png`), 'label', n, 160, 120))

  const shot = createHash('sha256').update(readFileSync(photos[0])).digest('hex')

  const signed = []
  for (const id of ids) {
    const items = []
    const collect = (sections) => sections.forEach((section) => (items.push(...(section.items ?? [])), collect(section.sections ?? [])))
    collect(JSON.parse(readFileSync(compiled(id), 'utf8')).sections)
    for (const outcome of ['pass', 'fail']) {
      const { answers, na, facts, notes } = read(`tests/unit/checklist/fixtures/${id}-${outcome}.json`)
      // The fixtures name pictures that nobody took: here they are real ones.
      for (const { id } of items.flatMap((item) => item.questions)) if (/^[0-9a-f]{64}$/.test(answers[id] ?? '')) answers[id] = shot
      // What a person would add on the spot: a note and photos for each item.
      const all = Object.fromEntries(items.map((item) => [item.id, '现场所见']))
      const file = writeJson(join(folder, `${id}-${outcome}.json`), { answers, na: na ?? {}, notes: { ...all, ...notes }, ...(facts && { facts }) })
      const files = items.flatMap((item) => photos.flatMap((photo) => ['--file', `${item.id}=${photo}`]))
      const made = plumb('inspect', '--home', people.home('inspector'), '--checklist', id, '--site', 'yongchang-veg', '--answers', file, ...files, '--refused', '有异议', '--witness', '见证人')
      signed.push({ id, outcome, record: made.id, facts })
    }
  }
  people.sync('inspector')
  for (const { id, outcome, record, facts } of signed) {
    const shown = plumb('show', '--home', people.home('inspector'), record)
    assert.match(JSON.stringify(shown), /"(proved|logged)"/, `${id}-${outcome} is in the log`)
    assert.match(shown.payload.body.trail, /^[0-9a-f]{64}$/, `${id}-${outcome} states its trail`)
    if (facts) assert.ok(JSON.stringify(shown).includes('"facts"'), `${id}-${outcome} states the facts it was scored by`)
  }
  console.log(`${signed.length} inspections under ${ids.length} checklists: signed, sent, scored alike, in the log`)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
