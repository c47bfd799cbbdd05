// The demo's stage: a server with a sample province (tools/province) in demo-data/, kept between runs. Prints what a
// person needs, then runs the command that it was given (the app) and stops the server when that ends; without one it
// serves until Ctrl-C.
//
//   node tools/stage/demo.mjs [PROGRAM ARGUMENT …]
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePhoto } from './photos.mjs'
import { freePort, People, PIN, plumb, run, Server, top, writeJson } from './stage.mjs'

const folder = join(top, 'demo-data')
const note = join(folder, 'demo.json')
const fixtures = join(top, 'tests/unit/checklist/fixtures')

async function seed() {
  // A seeding that was cut short is of no use to anybody.
  rmSync(folder, { recursive: true, force: true })
  const port = await freePort()
  const made = run('sample-province', ['--home', folder, '--url', `https://127.0.0.1:${port}`])
  if (made.code !== 0) throw new Error(made.err || made.out)
  console.log(made.out.trim())
  const province = JSON.parse(readFileSync(join(folder, 'province.json'), 'utf8'))
  const server = new Server(folder, port)
  await server.start()
  const people = new People(folder, server)
  people.enrol('admin', province.enrol.administrator)
  people.enrol('tablet', province.enrol.inspector)
  people.enrol('enterprise', province.enrol.enterprise)
  for (const name of ['admin', 'tablet', 'enterprise']) people.sync(name)
  // What this very tablet signed: one is returned to be amended, the other waits for its review.
  const returned = inspect('6a-fail', '6a', '620702-v1', ['1', '2', '3', '10', '4', '11', '12'], 'greenhouse')
  inspect('6b-pass', '6b', '620723-l1', ['1', '2', '4', '5', '6'], 'label')
  people.sync('tablet')
  const supervisor = province.people.find((person) => person.id === province.supervisor)
  people.persons.set(supervisor.name, supervisor.id)
  people.enrol('supervisor', people.invite(supervisor.name, 'supervisor', '--region', '62', '--region', '63'))
  people.sync('supervisor')
  plumb('review', '--home', people.home('supervisor'), returned, '--return', '--comment', '请补充第 5.1 项的说明', '--item', '4=照片只拍到半页，看不到日期，请补全页。')
  people.sync('supervisor')
  people.sync('tablet')
  await server.stop()
  writeJson(note, { port })
}

function inspect(fixture, checklist, site, items, scene) {
  const { answers, na, notes } = JSON.parse(readFileSync(join(fixtures, `${fixture}.json`), 'utf8'))
  const file = writeJson(join(folder, 'answers', `${fixture}.json`), { answers, na, notes })
  const photos = items.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, 'photos', `${fixture}-${n}.png`), n % 2 ? 'label' : scene, n + 1, 640, 480)}`])
  return plumb('inspect', '--home', join(folder, 'tablet'), '--checklist', checklist, '--site', site, '--answers', file, ...photos, '--refused', '负责人外出，授权人不愿签字', '--witness', '村委会见证人 马生财').id
}

if (!existsSync(note)) {
  console.log('demo: making a sample province in demo-data/ (--fresh makes another)')
  await seed()
}
const { port } = JSON.parse(readFileSync(note, 'utf8'))
const province = JSON.parse(readFileSync(join(folder, 'province.json'), 'utf8'))
const server = new Server(folder, port)
await server.start()
const people = new People(folder, server)
const person = (role) => province.people.find((one) => one.id === province[role])
const [inspector, enterprise, supervisor] = ['inspector', 'enterprise', 'supervisor'].map(person)
// Her browser becomes another device of hers.
people.persons.set(supervisor.name, supervisor.id)
const link = `${server.url}/#/enrol?i=${encodeURIComponent(people.invite(supervisor.name, 'supervisor', '--region', '62', '--region', '63', '--days', '1'))}`
console.log(`
demo: the server runs at ${server.url} (its certificate is its own; let the browser go on)
demo: the app opens as inspector ${inspector.name}, PIN ${PIN}
demo: console, as supervisor ${supervisor.name} (the link is good once):
      ${link}
demo: the app as enterprise ${enterprise.name} (${enterprise.site}), PIN ${PIN}, in another terminal:
      build/bin/plumbline --home demo-data/enterprise
demo: root key ${province.root}
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
