// A log for others: two witnesses cosign it, one over TLS; a third lies, one dies and comes back, and the server waits for
// none of them. A program without an account walks the whole log, finds the wrong tile, the log that shrank and the log
// that forked; bundles carry the cosignatures; two devices that were shown two histories find out.
//
//   node tests/e2e/log_witness.mjs
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, freePort, People, plumb, run, Server } from '../../tools/stage/stage.mjs'
import { LineAuthor } from './line_author.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-log-witness-'))
const step = (text) => console.log(`log_witness: ${text}`)
const at = (...names) => join(folder, ...names)
const ends = []

async function until(what, holds, seconds = 30) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await holds()
    if (value) return value
    assert.ok(Date.now() < end, `waited ${seconds} s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

class Witness {
  constructor(name, port, tls) {
    this.name = name
    this.port = port
    this.data = at(name)
    this.more = tls ? ['--tls-cert', tls.certificate, '--tls-key', tls.key] : []
    this.url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}/cosign`
    this.key = plumb('witness', '--new-key', `witness.test/${name}`, '--data', this.data).key
  }
  async start() {
    this.process = spawn(bin('plumb'), ['witness', 'serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, '--prefix', '/cosign', ...this.more], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    this.process.stdout.on('data', (chunk) => (said += chunk))
    this.process.stderr.on('data', (chunk) => (said += chunk))
    await until(`${this.name} to listen`, () => said.includes('listening on') || (this.process.exitCode !== null && assert.fail(said)))
  }
  async stop(signal) {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill(signal)
    await ended
  }
}

const server = new Server(folder, await freePort())
try {
  // The deployment, and who watches it.
  const tls = { key: at('key.pem'), certificate: at('certificate.pem') }
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', tls.key, '-out', tls.certificate, '-days', '2', '-subj', '/CN=witness', '-addext', 'subjectAltName=IP:127.0.0.1'])
  assert.equal(made.status, 0, String(made.stderr))
  const { enrol } = server.init()
  const invitation = new URLSearchParams(enrol.slice(enrol.indexOf('?') + 1))
  const [logKey, pin] = [invitation.get('l'), invitation.get('p')]
  const w1 = new Witness('w1', await freePort(), tls)
  const w2 = new Witness('w2', await freePort())
  for (const witness of [w1, w2]) {
    plumb('witness', 'add-log', logKey, '--data', witness.data)
    await witness.start()
    ends.push(() => witness.process.kill('SIGKILL'))
  }
  assert.equal(run('plumb', ['witness', '--new-key', 'another', '--data', w1.data]).code, 1, 'a key is not replaced')
  const liar = createServer((asked, answer) => {
    asked.resume()
    asked.on('end', () => answer.end('— witness.test/liar AAAAAAAAAAAA\n'))
  })
  await new Promise((resolve) => liar.listen(0, '127.0.0.1', resolve))
  ends.push(() => liar.close())
  plumb('witness', '--new-key', 'witness.test/liar', '--data', at('liar'))
  const liarKey = plumb('witness', 'status', '--data', at('liar')).key
  const policy = at('witnesses')
  writeFileSync(policy, `# of this log\nwitness w1 ${w1.key} ${w1.url}\nwitness w2 ${w2.key} ${w2.url}\nwitness liar ${liarKey} http://127.0.0.1:${liar.address().port}\ngroup all-honest 2 w1 w2\nquorum all-honest\n`)
  server.more = ['--witnesses', policy, '--witness-ca', tls.certificate]
  await server.start()
  const people = new People(at('people'), server)
  people.enrol('admin', enrol)
  const publisher = new LineAuthor(server.url)
  await publisher.enrol(people.invite('管理员甲', 'administrator', '--region', '62'))
  let count = 0
  const publish = async (author = publisher) => {
    const id = `site-${String(++count).padStart(3, '0')}`
    const said = await author.say('site.published', { site: id, region: '620321' }, { id, name: `永昌县第${count}合作社`, region: '620321', code: '93620321MA0000007K', point: { lat: 38.2466, lon: 101.9677 } })
    assert.equal(said.status, 'accepted', JSON.stringify(said))
    return said
  }
  for (let i = 0; i < 10; ++i) await publish()

  const get = (path) =>
    new Promise((resolve, reject) => {
      request(server.url + path, { rejectUnauthorized: false }, (answer) => {
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }))
      }).on('error', reject).end()
    })
  const note = async () => (await get('/log/checkpoint')).body.toString()
  const sizeOf = (text) => Number(text.split('\n')[1])
  const signers = (text) => text.split('\n').filter((line) => line.startsWith('— ')).map((line) => line.split(' ')[1])
  const lines = 13 // root and authority, and two who enrolled, ten sites, as many as there are at least
  const both = async () => signers(await note()).includes('witness.test/w1') && signers(await note()).includes('witness.test/w2') && sizeOf(await note()) >= lines
  await until('two cosignatures', both)
  assert.ok(!signers(await note()).includes('witness.test/liar'), 'a lie is not handed on')
  await until('the liar to be named', () => /liar did not cosign/.test(server.log))
  step(`two witnesses cosigned ${sizeOf(await note())} lines, and a third that lies stands nowhere`)

  // The whole log by its tiles, with no account; and again, from where it was left.
  const state = at('seen.json')
  const verify = (...more) => run('plumb', ['log', 'verify', server.url, '--key', logKey, '--pin', pin, '--json', ...more])
  const quorum = (n) => ['--witness', w1.key, '--witness', w2.key, '--quorum', String(n)]
  const first = verify('--state', state, ...quorum(2), '--keep', at('mirror'))
  assert.equal(first.code, 0, first.err + first.out)
  assert.deepEqual(JSON.parse(first.out).cosigned.map((one) => one.name), ['witness.test/w1', 'witness.test/w2'])
  assert.equal(statSync(at('mirror', 'checkpoint')).mode & 0o444, 0o444, 'a mirror is for whatever account serves it')
  assert.equal(readFileSync(at('mirror', 'checkpoint'), 'utf8').split('\n')[1], String(JSON.parse(first.out).size))
  for (let i = 0; i < 290; ++i) await publish()
  await until('the new lines to be cosigned', async () => sizeOf(await note()) > 290)
  const second = verify('--state', state, '--policy', policy)
  assert.equal(second.code, 0, second.err + second.out)
  assert.equal(JSON.parse(second.out).before, JSON.parse(first.out).size)
  assert.equal(verify('--witness', liarKey).code, 1, 'who did not cosign is not counted')
  assert.equal(run('plumb', ['log', 'verify', server.url, '--pin', pin]).code, 2)
  const tile = await get('/log/tile/0/000')
  assert.equal(tile.body.length, 8192)
  assert.match(tile.headers['cache-control'], /immutable/)
  assert.equal((await get('/log/tile/entries/000')).status, 401, 'entries are not public')
  step(`${JSON.parse(second.out).size} lines were walked from outside`)

  // One witness hangs: nobody waits for it. Killed, it comes back where it was.
  w2.process.kill('SIGSTOP')
  const begun = Date.now()
  for (let i = 0; i < 20; ++i) await publish()
  const took = Date.now() - begun
  assert.ok(took < 15_000, `20 lines took ${took} ms while a witness hung`)
  const grown = sizeOf((await note()))
  await until('one cosignature', async () => signers(await note()).includes('witness.test/w1') && sizeOf(await note()) > grown, 40)
  assert.equal(verify(...quorum(1)).code, 0)
  assert.equal(verify(...quorum(2)).code, 1)
  await w2.stop('SIGKILL')
  await w1.stop('SIGKILL')
  const known = plumb('witness', 'status', '--data', w1.data).logs[0].size
  await w1.start()
  await w2.start()
  await publish()
  await until('both again', async () => (await both()) && sizeOf(await note()) > known, 60)
  step('a witness that hung cost nothing, and both went on where they were when they were killed')

  // A bundle carries what the witnesses signed.
  const home = people.home('admin')
  plumb('sync', '--home', home)
  const site = plumb('list', '--home', home, '--type', 'site.published').records[0].id
  {
    const bundle = at('bundle.json')
    await until('a bundle with both', () => {
      plumb('sync', '--home', home)
      plumb('export', '--home', home, '--record', site, '-o', bundle)
      return (JSON.parse(readFileSync(bundle, 'utf8')).log.cosignatures ?? []).length === 2
    })
    const judged = (...more) => run('plumb', ['verify', bundle, '--root', server.root, '--json', ...more])
    assert.equal(judged(...quorum(2)).code, 0, judged(...quorum(2)).out)
    assert.ok(JSON.parse(judged(...quorum(2)).out).checks.some((one) => one.check === 'witnesses' && /2 of the 2/.test(one.detail)))
    assert.equal(judged('--witness', liarKey).code, 1)
    assert.equal(judged().code, 0)
    const byRoot = run('plumb', ['log', 'verify', server.url, '--root', server.root, '--bundle', bundle, '--pin', pin])
    assert.equal(byRoot.code, 0, byRoot.err)
    const { cosignatures, ...log } = JSON.parse(readFileSync(bundle, 'utf8')).log
    writeFileSync(bundle, JSON.stringify({ ...JSON.parse(readFileSync(bundle, 'utf8')), log }) + '\n')
    assert.equal(judged().code, 0, 'a bundle of before there were witnesses')
    assert.equal(judged(...quorum(1)).code, 1)
    step('a bundle says which of the named witnesses cosigned it')
  }

  // One wrong byte of one tile, by somebody between.
  const between = createServer(async (asked, answer) => {
    const got = await get(asked.url)
    if (asked.url === '/log/tile/0/000') got.body[4321] ^= 1
    answer.writeHead(got.status)
    answer.end(got.body)
  })
  await new Promise((resolve) => between.listen(0, '127.0.0.1', resolve))
  const wrong = await new Promise((resolve) => {
    const walking = spawn(bin('plumb'), ['log', 'verify', `http://127.0.0.1:${between.address().port}`, '--key', logKey])
    let err = ''
    walking.stderr.on('data', (chunk) => (err += chunk))
    walking.once('exit', (code) => resolve({ code, err }))
  })
  between.close()
  assert.equal(wrong.code, 1, wrong.err)
  assert.match(wrong.err, /tile 0\/000/)
  step('one wrong byte in one tile is found')

  // Two devices, and a server that shows each of them another history.
  for (const name of ['tablet-a', 'tablet-b']) people.enrol(name, people.invite(name, 'administrator', '--region', '62'))
  for (const name of ['tablet-a', 'tablet-b']) plumb('sync', '--home', people.home(name))
  await publish()
  assert.equal(verify('--state', state).code, 0)
  await server.stop()
  cpSync(server.data, at('fork'), { recursive: true })
  await server.start()
  for (let i = 0; i < 2; ++i) await publish()
  const last = await publish()
  await until('the first history to be cosigned', async () => (await both()) && sizeOf(await note()) > last.index)
  assert.equal(verify('--state', state, ...quorum(2)).code, 0)
  plumb('sync', '--home', people.home('tablet-a'))
  await server.stop()

  const fork = new Server(folder, server.port)
  fork.data = at('fork')
  fork.more = server.more
  await fork.start()
  ends.push(() => fork.stop('SIGKILL'))
  await until('the smaller log to be shown', async () => verify('--state', state).code === 7)
  step('a log that shrank: exit 7')
  count += 100
  const other = new LineAuthor(fork.url)
  await other.enrol(people.invite('管理员乙', 'administrator', '--region', '62'))
  for (let i = 0; i < 9; ++i) await publish(other)
  const evidence = at('evidence.json')
  const forked = verify('--state', state, '--evidence', evidence)
  assert.equal(forked.code, 8, forked.err + forked.out)
  const proof = run('plumb', ['log', 'evidence', evidence, '--key', logKey])
  assert.equal(proof.code, 0, proof.err)
  assert.match(proof.out, /signed two histories/)
  await until('the witnesses to refuse it', () => /w1 did not cosign: .*(put back from a backup|does not continue|signs two)/.test(fork.log))
  step('a server that forked: exit 8, the proof in a file, and no witness that cosigns')

  plumb('sync', '--home', people.home('tablet-b'))
  const shown = at('shown.json')
  plumb('log', 'show', '--home', people.home('tablet-b'), '-o', shown)
  const compared = run('plumb', ['log', 'compare', shown, '--home', people.home('tablet-a'), '--evidence', at('between.json'), '--json'])
  assert.equal(compared.code, 8, compared.err + compared.out)
  assert.equal(run('plumb', ['log', 'evidence', at('between.json'), '--key', logKey]).code, 0)
  const link = run('plumb', ['log', 'show', '--home', people.home('tablet-b'), '--link']).out
  writeFileSync(at('link'), link)
  assert.equal(run('plumb', ['log', 'compare', at('link'), '--home', people.home('tablet-b')]).code, 0)
  const apart = run('plumb', ['log', 'compare', at('link'), '--home', people.home('tablet-a'), '--offline', '--json'])
  assert.ok([1, 8].includes(apart.code), apart.err)
  step('two devices that were shown two histories find out')

  // By hand: the witness asks the log itself, and refuses what it must.
  const asked = run('plumb', ['witness', 'sign', '--data', w1.data, '--url', fork.url, '--pin', pin])
  assert.equal(asked.code, 1, asked.out)
  await fork.stop()
  await server.start()
  const hand = plumb('witness', '--new-key', 'witness.test/hand', '--data', at('hand'))
  plumb('witness', 'add-log', logKey, '--data', at('hand'))
  const signature = plumb('witness', 'sign', '--data', at('hand'), '--url', server.url, '--pin', pin).signatures
  assert.match(signature, /^— witness\.test\/hand \S+\n$/)
  await publish()
  assert.equal(plumb('witness', 'sign', '--data', at('hand'), '--url', server.url, '--pin', pin).status, 200)
  assert.ok(plumb('witness', 'status', '--data', at('hand')).logs[0].size > 300)
  assert.ok(existsSync(at('hand', 'witness.key')) && hand.key.startsWith('witness.test/hand+'))
  step('a witness signs by hand')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL').catch(() => {})
  for (const end of ends) await end()
  rmSync(folder, { recursive: true, force: true })
}
