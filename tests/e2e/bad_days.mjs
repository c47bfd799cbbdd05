// Days on which things go wrong between a tablet and its server: each ends in a plain sentence, and nothing is lost.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top } from '../../tools/stage/stage.mjs'
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

  for (const name of ['cut', 'lie', 'rubbish']) {
    const broken = join(top, 'tests/unit/store/photos', `${name}.png`)
    const refusal = refused(['inspect', '--home', people.home('inspector'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), '--file', `1=${broken}`])
    assert.match(refusal.code, /no_image|image_too_large/)
    assert.match(refusal.detail, new RegExp(name === 'cut' ? 'cut short' : name === 'lie' ? '40000 x 40000' : 'damaged PNG'))
  }
  fact('pictures that are cut short, lie about their size or are broken inside are refused before they are sealed')

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
  cpSync(people.home('inspector'), join(folder, 'inspector-home'), { recursive: true })
  fact('a server that was killed goes on, and its devices with it')

  // A key is revoked while two inspections wait on its device.
  const left = [inspector.inspect([photo]), inspector.inspect([photo])]
  const kid = people.list('inspector', 'inspection.').records[0].kid
  plumb('admin', 'revoke', '--home', people.home('admin'), kid, '--reason', '平板遗失')
  const odd = `-${'a'.repeat(42)}`
  assert.equal(refused(['admin', 'revoke', '--home', people.home('admin'), odd, '--reason', 'x']).code, 'key_unknown', 'a key id may begin with a minus')
  const revoked = refused(['sync', '--home', people.home('inspector')])
  assert.equal(revoked.code, 'key_revoked')
  assert.match(revoked.detail, /2 records and \d+ files that were signed here were not sent/)
  const held = people.list('inspector', 'inspection.').records.filter((row) => left.includes(row.id))
  assert.ok(held.every((row) => row.state === 'signed' && row.problem.startsWith('key_revoked')), 'each says why it waits')
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  assert.equal(run('plumb', ['sync', '--home', people.home('inspector')]).code, 0, 'the new key is the one that goes on')
  const status = plumb('status', '--home', people.home('inspector')).people
  assert.equal(status.length, 2)
  assert.deepEqual([status[0].name, status[1].name], ['检查员甲', '检查员甲'])
  const old = status.find((person) => person.kid === kid)
  assert.ok(old.revoked && old.enrolled && old.device === 'inspector' && old.unsent.records === 2, JSON.stringify(old))
  assert.match(run('plumb', ['list', '--home', people.home('inspector')]).err, new RegExp(`also here: 检查员甲 .*revoked .* with 2 records .*--person ${kid.slice(0, 8)}`))
  for (const id of left) {
    const bundle = join(folder, `${id}.json`)
    const out = plumb('export', '--home', people.home('inspector'), '--person', kid.slice(0, 8), '--record', id, '-o', bundle)
    assert.equal(out.logged, false)
    const verdict = run('plumb', ['verify', bundle, '--root', server.root])
    assert.equal(verdict.code, 1, 'what is not in the log is not proved')
    assert.match(verdict.out, /ok +signature/)
    assert.match(verdict.out, /ok +files/)
    assert.match(verdict.out, /FAIL inclusion: the line was never sent/)
  }
  rmSync(people.home('inspector'), { recursive: true })
  cpSync(join(folder, 'inspector-home'), people.home('inspector'), { recursive: true })
  fact('a revoked key says what it leaves unsent, two keys of one person are told apart, and the work goes out by export')

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
  console.log('11 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
