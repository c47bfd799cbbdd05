// What stands between a tablet and its server may swallow, forge or forbid: a file counts as sent only when the server has
// said that it holds it, and a proxy that lets no PATCH through is gone round.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, run, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { Proxy } from './proxy.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-bad-proxy-'))
const proxyPort = await freePort()
const server = new Server(folder, await freePort(), `http://127.0.0.1:${proxyPort}`)
const proxy = new Proxy(proxyPort, server.port)
const fact = (text) => console.log(`bad proxy: ${text}`)
const blob = (sha256) => join(server.data, 'blobs', sha256.slice(0, 2), sha256)

try {
  const { enrol } = server.init()
  await server.start()
  await proxy.set(null)
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new CliInspector(people, folder)
  await inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))
  const home = people.home('inspector')
  const sync = () => {
    const done = run('plumb', ['sync', '--home', home, '--json'])
    return { exit: done.code, ...JSON.parse(done.out || '{}'), error: done.err }
  }
  const filesOf = (id) => people.show('inspector', id).payload.files.map((file) => file.sha256)
  const photo = (seed) => writePhoto(join(folder, `photo-${seed}.png`), 'label', seed, 320, 240)

  await proxy.set('lie')
  const first = inspector.inspect([photo(1), photo(2)])
  const fooled = sync()
  assert.ok((await proxy.set('lie')).swallowed > 0)
  assert.equal(fooled.exit, 1, 'files that are not at the server are no success')
  assert.equal(fooled.files_sent, 0)
  assert.equal(fooled.files_missing, 3) // two photos and the trail of answers
  assert.match(fooled.problems.join('\n'), /does not hold it/)
  for (const sha256 of filesOf(first)) assert.ok(!existsSync(blob(sha256)))
  const shown = people.show('inspector', first)
  assert.equal(shown.state, 'proved', 'the line is in the log; its files are not')
  const shots = shown.payload.files.filter((file) => file.role === 'evidence').length // one picture may stand at several items
  assert.deepEqual(shown.photos, { total: shots, missing: shots })
  assert.match(run('plumb', ['show', '--home', home, first]).out, new RegExp(`${shots} of ${shots} photos are not at the server`))
  fact('a proxy that says 204 and forwards nothing is not believed')

  const round = sync()
  assert.equal(round.exit, 0, round.error)
  assert.equal(round.files_missing, 0)
  assert.ok((await proxy.set('lie')).byPost > 0)
  for (const sha256 of filesOf(first)) assert.ok(existsSync(blob(sha256)))
  assert.deepEqual(people.show('inspector', first).photos, { total: shots, missing: 0 })
  fact('the next sync goes round it, by POST with X-HTTP-Method-Override')

  const lost = filesOf(first)
  rmSync(blob(lost[0]))
  truncateSync(blob(lost[1]), 100)
  const mended = sync()
  assert.equal(mended.exit, 0, mended.error)
  assert.equal(mended.files_lost, 2)
  for (const sha256 of lost) assert.ok(existsSync(blob(sha256)))
  fact('files that the server lost, or lost a part of, are noticed and sent again')

  await proxy.set(null)
  for (const [n, mode] of [405, 501, 403, 'close'].entries()) {
    // Each on a tablet of its own, which does not know yet.
    const name = `tablet-${mode}`
    people.enrol(name, people.invite('检查员乙', 'inspector', '--region', '62'))
    people.sync(name)
    const other = new CliInspector(people, folder)
    other.name = name
    const id = other.inspect([photo(3), photo(20 + n)]) // one that nobody sent yet
    const { byPost } = await proxy.set(mode)
    const done = run('plumb', ['sync', '--home', people.home(name), '--json'])
    assert.equal(done.code, 0, done.err)
    assert.ok((await proxy.set(null)).byPost > byPost)
    for (const { sha256 } of people.show(name, id).payload.files) assert.ok(existsSync(blob(sha256)))
    fact(`a PATCH that is answered by ${mode} is said as a POST`)
  }
  console.log('7 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  proxy.stop()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
