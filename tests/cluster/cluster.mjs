// A log that several machines serve, broken while tablets use it: the sequencer, the leading database, a server of the
// store of files and a front end are killed (SIGKILL) in turn under load. In the end nothing that was acknowledged is
// lost or doubled, there is one tree, and every checkpoint that anybody was given is of it.
//
//   node tests/cluster/cluster.mjs [--inspections N] [--devices N] [--keep]
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Checkpoints, read } from './checkpoints.mjs'
import { bin, FrontEnds } from './front_ends.mjs'
import { startPostgres } from './postgres.mjs'
import { endAll, folder, until, wait } from './stand.mjs'
import { keys, startSwift } from './swift.mjs'

const { values: asked } = parseArgs({
  options: { inspections: { type: 'string', default: '240' }, devices: { type: 'string', default: '12' }, photos: { type: 'string', default: '80' }, keep: { type: 'boolean' } },
})
// The certificates are of this run's own making; what is asked here with them is compared, not believed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
process.removeAllListeners('warning')
const PIN = '246810'
const began = Date.now()
const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
const fact = (text) => console.log(`cluster: ${seconds()} s: ${text}`)

// Tablets by the real engine, at the balancer; what they compare is tools/fleet/README.md's.
function fleet(front, name, options) {
  const child = spawn(bin('fleet'), ['--admin', join(folder, 'admin'), '--server', front.url, ...options], { env: { ...process.env, PLUMB_PIN: PIN } })
  let out = '', err = ''
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (err += text))
  const end = new Promise((done) => child.on('close', done))
  return {
    child,
    running: () => child.exitCode === null,
    async figures() {
      const code = await end
      const figures = Object.fromEntries(out.trim().split('\n').map((line) => line.split(' ').slice(0, 2)))
      const figure = (what) => Number(figures[`fleet.${what}`])
      assert.equal(code, 0, `${name}: exit ${code}\n${err.slice(-4000)}\n${out}`)
      for (const what of ['lost', 'doubled', 'differences']) assert.equal(figure(what), 0, `${name}: ${what}\n${err.slice(-4000)}`)
      return figure
    },
  }
}

// Not spawnSync: the balancer lives in this process.
function run(name, args, env = {}) {
  const child = spawn(bin(name), args, { env: { ...process.env, ...env } })
  let stdout = '', stderr = ''
  child.stdout.on('data', (text) => (stdout += text))
  child.stderr.on('data', (text) => (stderr += text))
  return new Promise((done) => child.on('close', (status) => done({ status, stdout, stderr })))
}

const health = async (one) => (await fetch(`${one.url}/healthz`, { signal: AbortSignal.timeout(3000) })).json()

async function sequencerOf(front) {
  for (const one of front.all) {
    try {
      const says = await health(one)
      if (says.role === 'sequencer') return { one, epoch: says.epoch }
    } catch {
      // dead or dying
    }
  }
}

async function grows(front, what, ms) {
  const size = async () => Math.max(...(await Promise.allSettled(front.all.map((one) => read(one.url)))).map((r) => r.value?.size ?? 0))
  const before = await size()
  const from = Date.now()
  await until(`the log grows after ${what}`, async () => (await size()) > before, ms)
  fact(`after ${what} the log grew again within ${((Date.now() - from) / 1000).toFixed(1)} s`)
}

async function break_(front, postgres, swift, load) {
  const going = (what) => assert.ok(load.running(), `the tablets were done before ${what}; give them more to do (--inspections)`)
  going('anything broke')
  const { one: sequencer, epoch } = await until('somebody is the sequencer', () => sequencerOf(front))
  await sequencer.process.kill()
  fact(`killed the sequencer, ${sequencer.name}`)
  const next = await until('another sequencer', async () => {
    const found = await sequencerOf(front)
    return found && found.epoch > epoch && found
  })
  fact(`${next.one.name} is the sequencer (epoch ${next.epoch})`)
  await grows(front, 'the loss of the sequencer', 60_000)
  await front.run(sequencer)

  going('the leading database broke')
  const leader = await postgres.leader()
  await leader.process.kill()
  fact(`killed the leading database, ${leader.name}, and its Patroni`)
  await until('another leader', async () => {
    const found = await postgres.leader()
    return found && found !== leader
  }, 90_000)
  fact('the standby leads')
  await grows(front, 'the loss of the leading database', 90_000)
  leader.process.start()

  going('a server of files broke')
  const object = swift.processes.object[1]
  await object.kill()
  fact('killed one of three object servers')
  await grows(front, 'the loss of an object server', 60_000)
  object.start()

  going('a front end broke')
  const { one: now } = await until('somebody is the sequencer', () => sequencerOf(front))
  const other = front.all.find((one) => one !== now)
  await other.process.kill()
  fact(`killed a front end that is not the sequencer, ${other.name}`)
  await grows(front, 'the loss of a front end', 60_000)
  await front.run(other)
  await until('the old leader follows and confirms', async () => (await postgres.members()).some((one) => one.role === 'sync_standby'), 90_000)
  fact('the database that was killed confirms commits again')
}

let failed = false
try {
  const [postgres, swift] = await Promise.all([startPostgres(), startSwift()])
  const front = await new FrontEnds({ postgres, swift }).start()
  fact('etcd, two databases, Swift and three front ends are up')
  const enrolled = await run('plumb', ['enrol', '--home', join(folder, 'admin'), '--device', 'admin', front.invitation], { PLUMB_PIN: PIN })
  assert.equal(enrolled.status, 0, enrolled.stderr)

  if (existsSync(bin('test_server_blobs'))) {
    const contract = await run('test_server_blobs', [], { PLUMB_TEST_S3: `${swift.endpoint}/${swift.bucket}`, AWS_ACCESS_KEY_ID: keys.access, AWS_SECRET_ACCESS_KEY: keys.secret })
    assert.equal(contract.status, 0, contract.stdout)
    fact(`the cases of a place of files hold with Swift: ${contract.stdout.trim().split('\n').at(-1)}`)
  }

  const checkpoints = new Checkpoints(front.all)
  const load = fleet(front, 'under load', ['--devices', asked.devices, '--inspections', asked.inspections, '--photos', asked.photos, '--photo-bytes', '60000', '--seed', '7', '--tries', '2000', '--threads', '4', '--pace', '600'])
  await until('the tablets send', async () => (await read(front.url)).size > Number(asked.devices) * 4, 90_000)
  await break_(front, postgres, swift, load)
  const figure = await load.figures()
  fact(`${figure('lines')} inspections and ${figure('photos')} photos of ${asked.devices} tablets: lost 0, doubled 0, differences 0 (${figure('compared.rows')} rows, ${figure('compared.files')} files compared)`)

  await checkpoints.stop()
  const judged = await until('the log is read', () => checkpoints.judge(front.url))
  assert.deepEqual(judged.wrong, [])
  fact(`one tree of ${judged.size} lines; ${checkpoints.seen.size} different checkpoints of ${checkpoints.asked} that were handed out are all of it`)
  const invited = new URL(front.invitation).searchParams
  const walked = await run('plumb', ['log', 'verify', front.url, '--key', invited.get('l'), '--pin', invited.get('p')])
  assert.equal(walked.status, 0, walked.stderr)
  fact(`plumb log verify: ${walked.stdout.trim().split('\n').at(-1)}`)
} catch (error) {
  failed = true
  console.error(error)
  process.exitCode = 1
} finally {
  endAll(failed || asked.keep)
  if (failed || asked.keep) console.error(`what the processes said: ${folder}/*.log`)
}
process.exit()
