// The demo's stage: a server with sample data in demo-data/, kept between runs. Prints what a person needs, then runs the
// command that it was given (the app) and stops the server when that ends; without one it serves until Ctrl-C.
//
//   node tools/stage/demo.mjs [PROGRAM ARGUMENT …]
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePhoto } from './photos.mjs'
import { compiled, freePort, People, PIN, plumb, Server, top, writeJson } from './stage.mjs'

const folder = join(top, 'demo-data')
const note = join(folder, 'demo.json')
const fixtures = join(top, 'tests/unit/checklist/fixtures')

async function seed() {
  // A seeding that was cut short is of no use to anybody.
  rmSync(folder, { recursive: true, force: true })
  const server = new Server(folder, await freePort())
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(folder, server)
  people.enrol('admin', enrol)
  const checklists = ['6a', '6b', 'c1', 'c2', 'c3', 'c4', 'c5'].map(compiled)
  people.publish(...checklists, join(top, 'assets/samples/sites.json'))
  people.enrol('tablet', people.invite('检查员甲（示例）', 'inspector', '--region', '62', '--region', '63'))
  people.enrol('colleague', people.invite('检查员丙（示例）', 'inspector', '--region', '62', '--region', '63'))
  people.sync('tablet')
  people.sync('colleague')
  const cases = [['6a-pass', 'ganzhou-veg'], ['6a-fail', 'huangzhong-veg'], ['6a-veto', 'yongchang-veg']]
  for (const [n, [fixture, site]] of cases.entries()) {
    const { answers, na, notes } = JSON.parse(readFileSync(join(fixtures, `${fixture}.json`), 'utf8'))
    const file = writeJson(join(folder, 'answers', `${fixture}.json`), { answers, na, notes })
    const photos = ['1', '2', '3', '10', '4', '5', '6', '7', '9', '11', '12', '13', '14', '15', '16'].flatMap((item, k) => [
      '--file', `${item}=${writePhoto(join(folder, 'photos', `${(n + k) % 4}.png`), k % 2 ? 'label' : 'greenhouse', ((n + k) % 4) + 1, 640, 480)}`])
    plumb('inspect', '--home', people.home('colleague'), '--checklist', '6a', '--site', site, '--answers', file, ...photos, '--refused', '负责人外出，授权人不愿签字', '--witness', '村委会见证人（示例）')
  }
  people.sync('colleague')
  people.sync('tablet')
  await server.stop()
  writeJson(note, { root, port: server.port })
}

if (!existsSync(note)) {
  console.log('demo: making sample data in demo-data/ (delete the folder to begin anew)')
  await seed()
}
const { root, port } = JSON.parse(readFileSync(note, 'utf8'))
const server = new Server(folder, port)
await server.start()
const people = new People(folder, server)
const link = `${server.url}/#/enrol?i=${encodeURIComponent(people.invite('审核员（示例）', 'supervisor', '--region', '62', '--region', '63', '--days', '1'))}`
console.log(`
demo: the server runs at ${server.url} (its certificate is its own; let the browser go on)
demo: console, as a supervisor (the link is good once):
      ${link}
demo: the app's person is 检查员甲（示例）, PIN ${PIN}
demo: root key ${root}
`)
const [program, ...rest] = process.argv.slice(2)
let app
const stop = async () => {
  app?.kill() // Ctrl-C reaches it by itself; a signal to this process alone does not
  await server.stop()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
if (program) {
  app = spawn(program, rest, { stdio: 'inherit' })
  app.on('exit', async (code) => {
    await server.stop()
    process.exit(code ?? 1)
  })
}
