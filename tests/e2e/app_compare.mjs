// Two tablets compare what they were shown of the log, as two people do it: the one's screen is what the other one's camera
// sees. They agree; then the server shows each of them another history, and the code tells it, with the proof in a file that
// the command line checks.
//
//   node tests/e2e/app_compare.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, plumb, run, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'
import { LineAuthor } from './line_author.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-compare-'))
const step = (text) => console.log(`e2e compare: ${text}`)
const server = new Server(folder, await freePort())
let fork
try {
  const { enrol } = server.init()
  const logKey = new URLSearchParams(enrol.slice(enrol.indexOf('?') + 1)).get('l')
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(join(top, 'assets/checklists/6a.json'), join(top, 'assets/samples/sites.json'))
  const [mine, theirs] = ['inspector', 'colleague'].map((name, i) => {
    mkdirSync(join(folder, name))
    const tablet = new AppInspector(people, join(folder, name), options.pictures && join(options.pictures, name))
    tablet.name = name
    people.enrol(name, people.invite(['检查员甲', '检查员乙'][i], 'inspector', '--region', '62'))
    return tablet
  })
  for (const name of ['inspector', 'colleague']) people.sync(name)

  // What the colleague's screen shows is what the camera sees.
  const shows = async (name) => {
    await theirs.play([...unlock, { tap: 'navSync' }, { wait: 'syncNow' }, { tap: 'compareLogs' }, { wait: 'compareCode' }, { pause: 800 }, { screenshot: `${name}.png` }], { args: ['--camera', 'off', '--size', '1280x800'] })
    const seen = join(folder, `seen-${name}`)
    mkdirSync(seen)
    cpSync(join(theirs.shots, `${name}.png`), join(seen, 'screen.png'))
    return seen
  }
  const scans = (seen, said, shot, more = []) =>
    mine.play([...unlock, { tap: 'navSync' }, { wait: 'syncNow' }, { tap: 'compareLogs' }, { wait: 'compareSaid', contains: said, timeout: 40_000 }, { pause: 300 }, { screenshot: shot }, ...more], { args: ['--camera', `folder:${seen}`] })

  await scans(await shows('same'), '一致：两台设备看到的是同一份日志', 'app-compare.png')
  step('two tablets read each other’s code, and agree')

  await server.stop()
  cpSync(server.data, join(folder, 'fork'), { recursive: true })
  cpSync(people.home('admin'), people.home('admin-fork'), { recursive: true })
  await server.start()
  const publisher = new LineAuthor(server.url)
  await publisher.enrol(people.invite('管理员甲', 'administrator', '--region', '62'))
  people.sync('inspector')
  await server.stop()
  fork = new Server(folder, server.port)
  fork.data = join(folder, 'fork')
  await fork.start()
  people.server = fork
  people.sync('colleague')
  const admin = people.home('admin-fork')
  // Another history, and longer: others were invited.
  for (const name of ['管理员乙', '管理员丙', '管理员丁']) plumb('admin', 'invite', '--home', admin, '--name', name, '--role', 'administrator', '--region', '62')
  plumb('sync', '--home', admin)
  people.sync('colleague')
  const files = () => readdirSync(people.home('inspector'), { recursive: true }).filter((name) => String(name).includes('log-fork-'))
  await scans(await shows('other'), '对不上', 'app-compare-fork.png', [{ print: 'compareSaid.text' }])
  const [evidence] = files()
  assert.ok(evidence, 'the proof is kept')
  const proof = run('plumb', ['log', 'evidence', join(people.home('inspector'), String(evidence)), '--key', logKey])
  assert.equal(proof.code, 0, proof.err)
  assert.match(proof.out, /signed two histories/)
  step('a fork is told, and its proof is checked')
  console.log('1 passed, 0 failed')
} finally {
  await server.stop('SIGKILL')
  await fork?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
