// Days on which things go wrong between a tablet and its server: each ends in a plain sentence, and nothing is lost.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, run, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-bad-days-'))
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`bad days: ${text}`)
const refused = (args, env = {}) => {
  const done = run('plumb', [...args, '--json'], env)
  assert.notEqual(done.code, 0)
  return { exit: done.code, ...JSON.parse(done.err || '{"error":{}}').error }
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, `{\n${'"comment": "x",\n'.repeat(38)}"id": oops\n}`)
  const check = run('plumb', ['checklist', 'check', broken])
  assert.equal(check.code, 1)
  assert.match(check.out, /line 40/)
  assert.match(refused(['admin', 'publish', '--home', people.home('admin'), broken]).detail, /line 40/)
  fact('a checklist with a syntax error on line 40 is refused by its line')

  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new CliInspector(people, folder)
  const invitation = people.invite('检查员甲', 'inspector', '--region', '62')
  await inspector.enrol(invitation)
  assert.equal(refused(['enrol', '--home', people.home('second'), invitation]).code, 'invite_used')
  assert.equal(refused(['enrol', '--home', people.home('second'), invitation.slice(0, -20)]).code, 'bad_invitation')
  fact('an invitation is good once and whole')

  assert.equal(refused(['list', '--home', people.home('inspector')], { PLUMB_PIN: '000000' }).exit, 4)
  fact('a wrong PIN opens nothing')

  const text = join(folder, 'text.png')
  writeFileSync(text, 'no picture')
  const noImage = refused(['inspect', '--home', people.home('inspector'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), '--file', `1=${text}`])
  assert.equal(noImage.code, 'no_image')
  fact('a photo that is no image is refused')

  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 1600, 1200)
  await server.stop()
  const id = inspector.inspect([photo])
  const offline = refused(['sync', '--home', people.home('inspector')])
  assert.equal(offline.exit, 3)
  assert.equal(people.show('inspector', id).state, 'signed')
  fact('without a server everything stays here')

  cpSync(server.data, join(folder, 'backup'), { recursive: true })
  await server.start()
  const synced = inspector.sync()
  assert.equal(synced.sent, 1)
  assert.equal(synced.files_sent, 2) // the photo and the trail of answers
  assert.equal(people.show('inspector', id).state, 'proved')
  assert.equal(inspector.sync().sent, 0)
  fact('the next sync delivers and proves it, once')

  await server.stop('SIGKILL')
  await server.start()
  const second = inspector.inspect([photo])
  inspector.sync()
  assert.equal(people.show('inspector', second).state, 'proved')
  fact('a server that was killed goes on, and its devices with it')

  await server.stop()
  rmSync(server.data, { recursive: true })
  cpSync(join(folder, 'backup'), server.data, { recursive: true })
  await server.start()
  const forgot = refused(['sync', '--home', people.home('inspector')])
  assert.equal(forgot.code, 'log_forgot')
  assert.equal(people.show('inspector', id).state, 'proved')
  fact('a server that forgot is told so plainly, and the tablet keeps everything')

  await server.stop()
  const impostor = new Server(join(folder, 'impostor'), server.port)
  impostor.init()
  await impostor.start()
  const wrong = refused(['sync', '--home', people.home('inspector')])
  await impostor.stop()
  assert.equal(wrong.code, 'wrong_server')
  fact('another server at the same address gets nothing')
  console.log('9 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
