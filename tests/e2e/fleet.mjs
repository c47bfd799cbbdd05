// A small fleet in the field: tablets with the real engine and store behind links of every kind, at a real server. Each
// run ends in a comparison of every tablet with the server; one seed tells one story. `--large` plays a longer one.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { bin, freePort, PIN, run, Server } from '../../tools/stage/stage.mjs'

const large = process.argv.includes('--large')
const folder = mkdtempSync(join(tmpdir(), 'plumb-fleet-'))
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`fleet: ${text}`)
let passed = 0

// Plays a fleet; gives its figures by name, and what was done.
function fleet(name, ...options) {
  const acts = join(folder, `${name}.txt`)
  const began = Date.now()
  const done = run('fleet', ['--admin', join(folder, 'admin'), '--acts', acts, ...options])
  assert.equal(done.code, 0, `${name}: ${done.err}\n${done.out}\n${server.log.slice(-2000)}`)
  const figures = Object.fromEntries(
    done.out
      .trim()
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2)),
  )
  const figure = (what) => Number(figures[`fleet.${what}`])
  assert.equal(figure('lost'), 0)
  assert.equal(figure('doubled'), 0)
  assert.equal(figure('differences'), 0)
  assert.ok(figure('compared.rows') > 0 && figure('compared.files') > 0)
  fact(`${name}: ${figure('lines')} inspections, ${figure('photos')} photos, ${figure('links.faults')} faults, in ${Math.round((Date.now() - began) / 100) / 10} s`)
  ++passed
  return { figure, digest: figures['fleet.acts'], acts: readFileSync(acts, 'utf8').trim().split('\n') }
}

try {
  const { enrol } = server.init()
  await server.start()
  const admin = run('plumb', ['enrol', '--home', join(folder, 'admin'), '--device', 'admin', enrol])
  assert.equal(admin.code, 0, admin.err)

  const times = large ? 20 : 1
  const field = ['--devices', String(6 * (large ? 4 : 1)), '--inspections', String(60 * times), '--photos', String(20 * times), '--seed', '7']
  const first = fleet('good links, and links that die', ...field, '--photo-bytes', '60000', '--link', 'wifi,dying')
  assert.equal(first.figure('lines'), 60 * times)
  assert.equal(first.figure('photos'), 20 * times)
  assert.ok(first.figure('findings') > 0)
  assert.ok(first.figure('links.faults') > 0)

  const bad = 'about 30KB corrupt; about 45KB cut; about 75KB stall 200ms; down about 50KB double; up about 60KB close; faults 20'
  const second = fleet('a link that corrupts, cuts, stalls, doubles and half-closes', ...field, '--photo-bytes', '60000', '--link', 'wifi', '--faults', bad)
  assert.ok(second.figure('links.faults') > 10)
  assert.equal(second.digest, first.digest, 'the same seed, whatever the links do')
  assert.deepEqual(second.acts, first.acts)

  const slow = fleet('a satellite, and 2G', '--devices', '2', '--inspections', '2', '--photos', '2', '--photo-bytes', '12000', '--link', 'satellite,2g', '--seed', '8')
  assert.notEqual(slow.digest, first.digest)
  // Lines go before files: what was found is seen while the photos are still on their way.
  assert.ok(slow.figure('seen.p99') < slow.figure('sync.p99'))
  assert.ok(slow.figure('seen.p99') < 15_000, 'findings over 2G stand on the supervisor\'s tablet within 15 s')

  const wrong = spawnSync(bin('fleet'), ['--admin', join(folder, 'admin'), '--link', 'every 5KB burn'], { env: { ...process.env, PLUMB_PIN: PIN }, encoding: 'utf8' })
  assert.equal(wrong.status, 2)
  assert.match(wrong.stderr, /a fault is one of/)
  fact('a script that says nothing we know is refused before anything is enrolled')
  console.log(`${passed + 1} passed, 0 failed`)
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
