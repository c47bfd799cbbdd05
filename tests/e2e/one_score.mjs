// One set of answers has one score, wherever the tablet is: a check is filled and signed in several zones, the server takes it, and whoever
// scores the signed record on a machine in another zone gets the same thousandths. A record whose zone is not that of its own times is refused.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, plumb, plumbIn, Server, top, writeJson } from '../../tools/stage/stage.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-zones-'))
const server = new Server(folder, await freePort())
const checklist = join(top, 'tests/unit/checklist/cases/zone-of-a-score.json')
const filled = { sprayed: '2026-11-01', harvest: '2026-11-07', why: '雨前抢收', at: '2026-11-07T21:30:00.000+08:00' }
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(checklist, join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const answers = writeJson(join(folder, 'answers.json'), { answers: filled })

  // POSIX names zones by how far west they lie.
  for (const [name, zone, night] of [['CST-8', '+08:00', true], ['UTC', '+00:00', false], ['EST5', '-05:00', false], ['LINT-14', '+14:00', false], ['NPT-5:45', '+05:45', false]]) {
    const home = people.home('inspector')
    const signed = plumbIn({ TZ: name }, 'inspect', '--home', home, '--checklist', 'tz', '--site', 'yongchang-veg', '--answers', answers, '--refused', '有异议', '--witness', '见证人')
    plumbIn({ TZ: name }, 'sync', '--home', home)
    const shown = plumb('show', '--home', home, signed.id)
    assert.match(shown.state, /proved|logged/, `the server takes what was signed at ${zone}`)
    const { body } = shown.payload
    assert.equal(body.zone, zone)
    assert.equal(body.finished.slice(-6), zone)
    assert.equal(body.day, body.finished.slice(0, 10))
    // Harvested on the sixth day: never good. Half past nine in the evening at +08:00 is night there only.
    assert.equal(body.score.points, night ? 0 : 5000, zone)
    const record = writeJson(join(folder, 'record.json'), body)
    for (const elsewhere of ['CST-8', 'EST5', 'UTC']) {
      const again = plumbIn({ TZ: elsewhere }, 'score', '--checklist', checklist, '--answers', record)
      assert.equal(again.points, body.score.points, `signed at ${zone}, scored in ${elsewhere}`)
      assert.equal(again.zone, zone)
    }
    assert.equal(plumbIn({ TZ: name }, 'score', '--checklist', checklist, '--answers', answers).points, body.score.points, `before it is signed at ${zone}`)
    assert.equal(plumb('score', '--checklist', checklist, '--answers', answers, '--zone', zone).points, body.score.points, `--zone ${zone}`)
  }
  console.log('one score in every zone: on the tablet, signed, at the server and elsewhere')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
