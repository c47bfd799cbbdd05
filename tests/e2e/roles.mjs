// What a key may do changes while it works: granted more, withdrawn, revoked. Each counts from its own place in the log
// on and never before, for the server, for every device and for whoever verifies a bundle years later.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-roles-'))
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`roles: ${text}`)
const refused = (...args) => {
  const done = run('plumb', [...args, '--json'])
  assert.notEqual(done.code, 0, `plumb ${args.slice(0, 2).join(' ')} was not refused`)
  return JSON.parse(done.err).error
}

try {
  const { enrol, root } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const admin = people.home('admin')
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new CliInspector(people, folder)
  inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('bo', people.invite('审核员乙', 'supervisor', '--region', '6209')) // Jiuquan: not where the site lies
  const kidOf = (name) => plumb('status', '--home', people.home(name)).people[0].kid
  const bo = kidOf('bo')

  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const first = inspector.inspect([photo])
  inspector.sync()
  people.sync('bo')
  assert.match(refused('review', '--home', people.home('bo'), first, '--accept').code, /wrong_region|no_record/)
  fact('a supervisor of Jiuquan neither sees nor reviews an inspection in Jinchang')

  plumb('admin', 'grant', '--home', admin, bo, '--role', 'supervisor', '--region', '6203', '--reason', '代管金昌')
  people.sync('bo')
  assert.equal(people.show('bo', first).status, 'submitted')
  plumb('review', '--home', people.home('bo'), first, '--accept', '--comment', '属实')
  people.sync('bo')
  new SecondReviewer(people).accept(first)
  inspector.sync()
  assert.equal(people.show('inspector', first).status, 'accepted')
  fact('once she was granted Jinchang, what lay there before comes to her, and her acceptance counts for its author')

  const second = inspector.inspect([photo])
  inspector.sync()
  people.sync('bo')
  plumb('admin', 'withdraw', '--home', admin, bo, '--role', 'supervisor', '--region', '6203', '--reason', '代管结束')
  people.sync('bo')
  assert.equal(refused('review', '--home', people.home('bo'), second, '--accept').code, 'wrong_region')
  inspector.sync()
  assert.equal(people.show('inspector', first).status, 'accepted')
  assert.equal(people.show('inspector', second).status, 'submitted')
  fact('from the withdrawal on she reviews nothing there any more; what she accepted before stays accepted')

  assert.equal(refused('admin', 'withdraw', '--home', admin, bo, '--role', 'supervisor', '--region', '6203', '--reason', '再收一次').code, 'bad_payload')
  assert.match(refused('admin', 'grant', '--home', people.home('bo'), bo, '--role', 'supervisor', '--region', '62', '--reason', '自己').code, /wrong_role/)
  fact('nobody withdraws what was not given, and nobody grants herself anything')

  plumb('admin', 'revoke', '--home', admin, bo, '--reason', '平板丢失')
  inspector.sync()
  assert.equal(people.show('inspector', first).status, 'accepted')
  const bundle = join(folder, 'first.plumb')
  plumb('export', '--home', people.home('inspector'), '--record', first, '--out', bundle)
  await server.stop()
  const verified = plumb('verify', bundle, '--root', root)
  assert.equal(verified.good, true)
  assert.match(verified.checks.find((check) => check.check === 'related').detail, /revoked by entry \d+ of the log, after this line/)
  fact('her key is revoked: the bundle proves the acceptance without a server, and says that the key was revoked since')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
