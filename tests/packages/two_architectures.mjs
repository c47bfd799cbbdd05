// What a processor of one kind made, one of another reads, checks and makes again to the last byte: a home on a disk that
// goes from one to the other, the lines in it, their scores, a bundle, a paper.
//   node tests/packages/two_architectures.mjs FOLDER      the same programs as in build/bin, of the other architecture
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiled, freePort, People, PIN, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from '../e2e/answers.mjs'
import { writePhoto } from '../../tools/stage/photos.mjs'

const other = process.argv[2]
const call = (bin) => (...args) => execFileSync(join(bin, 'plumb'), args, { env: { ...process.env, PLUMB_PIN: PIN }, encoding: 'utf8', maxBuffer: 64 << 20 })
const kinds = { native: call(join(top, 'build/bin')), foreign: call(other) }
const folder = mkdtempSync(join(tmpdir(), 'plumb-two-'))
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`two architectures: ${text}`)

/** What both say of the same thing: the same bytes. */
const same = (what, ...args) => {
  const [one, two] = [kinds.native(...args), kinds.foreign(...args)]
  assert.equal(two, one, what)
  return one
}

/** What a program of that kind writes. */
const made = (kind, name, ...args) => {
  const file = join(folder, `${kind}-${name}`)
  kinds[kind](...args, '-o', file)
  return readFileSync(file)
}

try {
  const { enrol, root } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const answers = writeJson(join(folder, 'seen.json'), { answers: { ...found.answers, i12: 'fail', i12_seen: '农药与饲料同处存放' }, na: found.na, notes: found.notes })
  const files = [...photoItems, '12'].flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `${item}.png`), 'label', n, 640, 480)}`])
  for (const id of ['6a', '6b', 'c1', 'c2', 'c3', 'c4', 'c5']) {
    const [one, two] = ['native', 'foreign'].map((kind) => made(kind, `${id}.json`, 'checklist', 'import', join(top, 'assets/checklists', `${id}.xlsx`)))
    assert.ok(one.equals(two), `checklist ${id}`)
  }
  same('a score', 'score', '--checklist', compiled('6a'), '--answers', answers, '--json')

  // Each kind of device signs; the other takes its folder over, finds the same in it, and goes on with it.
  for (const [first, then] of [['native', 'foreign'], ['foreign', 'native']]) {
    const home = people.home(first), moved = people.home(`${first}-moved`)
    const at = ['--home', home], there = ['--home', moved]
    kinds[first]('enrol', ...at, '--device', first, people.invite(`检查员${first}`, 'inspector', '--region', '62'))
    kinds[first]('sync', ...at)
    const { id } = JSON.parse(kinds[first]('inspect', ...at, '--checklist', '6a', '--site', 'yongchang-veg', '--answers', answers, ...files, '--refused', '有异议', '--witness', '见证人', '--json'))
    kinds[first]('sync', ...at)
    cpSync(home, moved, { recursive: true })
    const list = kinds[first]('list', ...at, '--json')
    assert.equal(kinds[then]('list', ...there, '--json'), list)
    const { records } = JSON.parse(list)
    assert.ok(records.length > 0)
    for (const record of records) {
      assert.equal(kinds[then]('show', ...there, record.id, '--line'), kinds[first]('show', ...at, record.id, '--line'), 'a line')
      assert.equal(kinds[then]('show', ...there, record.id, '--json'), kinds[first]('show', ...at, record.id, '--json'), 'what is shown of it')
    }
    const { body } = JSON.parse(kinds[then]('show', ...there, id, '--json')).payload
    const record = writeJson(join(folder, 'record.json'), body)
    assert.equal(JSON.parse(same('a signed score', 'score', '--checklist', compiled('6a'), '--answers', record, '--json')).points, body.score.points)
    const bundles = [[first, at], [then, there]].map(([kind, where]) => made(kind, 'bundle', 'export', ...where, '--record', id))
    assert.ok(bundles[0].equals(bundles[1]), 'a bundle')
    same('what is said of a bundle', 'verify', join(folder, `${first}-bundle`), '--root', root)
    const papers = [[first, at], [then, there]].map(([kind, where]) => made(kind, 'paper.pdf', 'print', ...where, '--record', id))
    assert.ok(papers[0].equals(papers[1]), 'a paper')
    kinds[then]('sync', ...there)
    fact(`a ${first} device's folder goes on with the other: ${records.length} records, their lines, scores, bundle (${bundles[0].length} bytes) and paper (${papers[0].length} bytes) are the same`)
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
