// shared/record/VERIFY.md: each shell block of the page is run as it stands, on a real bundle, and on one that was changed.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-verify-'))
const server = new Server(folder, await freePort())
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new CliInspector(people, folder)
  inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))
  const id = inspector.inspect([writePhoto(join(folder, 'photo.png'), 'label', 1, 320, 240)])
  inspector.sync()
  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', people.home('inspector'), '--record', id, '-o', bundle)

  const page = readFileSync(join(top, 'shared/record/VERIFY.md'), 'utf8')
  const blocks = [...page.matchAll(/^```sh (verify-\w+)\n([\s\S]*?)^```$/gm)]
  assert.equal(blocks.length, 4)
  const work = join(folder, 'work')
  mkdirSync(work)
  symlinkSync(join(top, 'sync-server/console/node_modules'), join(work, 'node_modules'))
  const shell = (text) => spawnSync('bash', ['-euc', text], { cwd: work, env: { ...process.env, ROOT: root }, encoding: 'utf8' })

  copyFileSync(bundle, join(work, 'bundle.json'))
  for (const [, name, text] of blocks) {
    const done = shell(text)
    assert.equal(done.status, 0, `${name}: ${done.stderr}`)
    console.log(`verify page: ${name}: ${done.stdout.trim().split('\n').at(-1)}`)
  }
  const changed = JSON.parse(readFileSync(bundle, 'utf8'))
  changed.line = changed.line.replace('"points":', '"points": ')
  changed.files[0].content = 'AAAA'
  writeFileSync(join(work, 'bundle.json'), JSON.stringify(changed))
  for (const [, name, text] of blocks) assert.notEqual(shell(text).status, 0, `${name} notices the change`)
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
