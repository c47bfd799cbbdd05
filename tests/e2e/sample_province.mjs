// The sample province: one seed and day give one log, byte for byte, another seed another; the server finds nothing wrong
// in what it would have taken in; a person of the world enrols another device; what it exports is proved.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, plumb, run, Server } from '../../tools/stage/stage.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-province-'))
const port = await freePort()
const step = (text) => console.log(`province: ${text}`)

function make(name, seed) {
  const home = join(folder, name)
  const done = run('sample-province', ['--sites', '5', '--seed', String(seed), '--today', '2026-06-17', '--home', home, '--url', `https://127.0.0.1:${port}`])
  assert.equal(done.code, 0, done.err)
  return { home, ...JSON.parse(readFileSync(join(home, 'province.json'), 'utf8')) }
}

let server
try {
  const [one, same, other] = [make('one', 7), make('same', 7), make('other', 8)]
  // The signed checkpoint commits to every byte of every line, and to the times at which they were taken in.
  assert.equal(one.checkpoint, same.checkpoint)
  assert.equal(one.files, same.files)
  assert.notEqual(one.checkpoint, other.checkpoint)
  assert.ok(one.lines > 100 && one.inspections >= 20, `${one.lines} lines, ${one.inspections} inspections`)
  step(`${one.lines} lines, the same twice; another seed gives others`)

  for (const { home } of [one, other]) {
    const check = run('plumbserver', ['check', '--data', join(home, 'server')])
    assert.equal(check.code, 0, check.out)
    assert.match(check.out, /on their way: 0 files, named by no line: 0, authors with a gap: 0, with a fork: 0/)
  }
  step('nothing wrong in either log')

  const again = run('sample-province', ['--home', one.home])
  assert.equal(again.code, 1)
  assert.match(again.err, /is not empty/)

  server = new Server(one.home, port)
  await server.start()
  const people = new People(one.home, server)
  people.enrol('tablet', one.enrol.inspector)
  people.sync('tablet')
  const { records } = people.list('tablet', 'inspection.submitted')
  assert.ok(records.length > 0, 'inspections of the place come down')
  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', people.home('tablet'), '--record', records[0].id, '-o', bundle)
  const proved = run('plumb', ['verify', bundle, '--root', one.root])
  assert.equal(proved.code, 0, proved.out)
  step('an inspection of the past year is proved with no server')
  console.log('1 passed, 0 failed')
} finally {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
