// What an earlier release left on disks opens and goes on: its server's folder, its tablets' stores (one of them with
// lines that were signed and never sent), and bundles that it exported. One archive a release, in tests/releases.
//
//   node tests/e2e/earlier_releases.mjs                     every release
//   node tests/e2e/earlier_releases.mjs --make VERSION      makes the archive of what is built now
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, People, plumb, run, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'

// Tablets know their server by its address, so that every archive has to be of the same one.
const kPort = 28443
const { values: options } = parseArgs({ options: { make: { type: 'string' } } })
const releases = join(top, 'tests', 'releases')
const step = (text) => console.log(`earlier releases: ${text}`)
const tar = (...args) => {
  const done = spawnSync('tar', args, { encoding: 'utf8' })
  assert.equal(done.status, 0, `tar: ${done.stderr}`)
}

async function make(version) {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-release-'))
  const server = new Server(folder, kPort)
  try {
    const { root, enrol } = server.init()
    await server.start()
    const people = new People(join(folder, 'people'), server)
    people.enrol('admin', enrol)
    people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
    const inspector = new CliInspector(people, folder)
    inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))
    people.enrol('supervisor', people.invite('审核员乙', 'supervisor', '--region', '62'))
    const photos = [writePhoto(join(folder, 'photo-1.png'), 'greenhouse', 3, 160, 120)]
    const [first, second] = [inspector.inspect(photos), inspector.inspect(photos)]
    inspector.sync()
    people.sync('supervisor')
    plumb('review', '--home', people.home('supervisor'), first, '--return', '--comment', '请补充标签照片的说明')
    people.sync('supervisor')
    inspector.sync()
    plumb('export', '--home', people.home('inspector'), '--record', second, '-o', join(folder, 'bundle.json'))
    // Signed, and not sent: an amendment and another inspection.
    inspector.amend(first, '补充标签照片的说明')
    const third = inspector.inspect(photos)
    await server.stop()
    writeFileSync(join(folder, 'told.json'), JSON.stringify({ version, root, first, second, third }))
    mkdirSync(releases, { recursive: true })
    tar('-C', folder, '-czf', join(releases, `${version}.tar.gz`), 'server', 'people', 'bundle.json', 'told.json')
    step(`made ${version}`)
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function goOn(archive) {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-release-'))
  const server = new Server(folder, kPort)
  try {
    tar('-C', folder, '-xzf', archive)
    const { version, root, first, second, third } = JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8'))
    const proved = run('plumb', ['verify', join(folder, 'bundle.json'), '--root', root])
    assert.equal(proved.code, 0, `a bundle of ${version} is proved: ${proved.out}`)
    await server.start()
    const people = new People(join(folder, 'people'), server)
    const inspector = new CliInspector(people, folder)
    for (const [id, status] of [[first, 'submitted'], [second, 'submitted'], [third, 'submitted']]) assert.equal(people.show('inspector', id).status, status, `the tablet of ${version} shows ${id}`)
    assert.equal(people.show('inspector', first).reviews[0].comment, '请补充标签照片的说明')
    inspector.sync()
    for (const id of [first, second, third]) assert.equal(people.show('inspector', id).state, 'proved', `what ${version} signed comes into the log`)
    people.sync('supervisor')
    assert.equal(people.show('supervisor', first).version, 2)
    const photo = writePhoto(join(folder, 'photo-2.png'), 'label', 5)
    const now = inspector.inspect([photo])
    inspector.sync()
    plumb('review', '--home', people.home('supervisor'), first, '--return', '--comment', '再补一张')
    people.sync('supervisor')
    inspector.sync()
    assert.equal(people.show('inspector', first).status, 'returned')
    assert.equal(people.show('inspector', now).state, 'proved')
    people.enrol('newcomer', people.invite('检查员丙', 'inspector', '--region', '62'))
    people.sync('newcomer')
    assert.deepEqual(await server.stop(), { code: 0, signal: null })
    const checked = run('plumbserver', ['check', '--data', server.data])
    assert.equal(checked.code, 0, checked.out)
    step(`${version} opens and goes on`)
  } catch (error) {
    console.error(server.log)
    throw error
  } finally {
    await server.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

if (options.make) await make(options.make)
const archives = readdirSync(releases).filter((name) => name.endsWith('.tar.gz')).sort()
assert.ok(archives.length > 0, 'there is an archive of a release')
for (const name of archives) await goOn(join(releases, basename(name)))
