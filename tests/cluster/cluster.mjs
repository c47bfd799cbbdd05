// A log that several machines serve, broken while tablets use it: the sequencer, the leading database, a server of the
// store of files and a front end are killed (SIGKILL) in turn under load. In the end nothing that was acknowledged is
// lost or doubled, there is one tree, and every checkpoint that anybody was given is of it.
//
//   node tests/cluster/cluster.mjs [--part breaks|account] [--devices N] [--inspections N] [--photos N] [--keep]
//
// One fleet after the other makes N inspections on its tablets and is compared, until everything was broken.
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
  options: {
    devices: { type: 'string', default: '8' }, inspections: { type: 'string', default: '64' }, photos: { type: 'string', default: '24' },
    account: { type: 'string', default: '60' }, part: { type: 'string', default: 'breaks' }, keep: { type: 'boolean' },
  },
})
// The certificates are of this run's own making; what is asked here with them is compared, not believed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
process.removeAllListeners('warning')
const PIN = '246810'
const began = Date.now()
const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
const fact = (text) => console.log(`cluster: ${seconds()} s: ${text}`)

// Tablets by the real engine, at the balancer; what they compare is tools/fleet/README.md's. Gives its figures.
async function fleet(front, name, options) {
  const done = await run('fleet', ['--admin', join(folder, 'admin'), '--server', front.url, '--tries', '2000', ...options], { PLUMB_PIN: PIN })
  const figures = Object.fromEntries(done.stdout.trim().split('\n').map((line) => line.split(' ').slice(0, 2)))
  const figure = (what) => Number(figures[`fleet.${what}`])
  assert.equal(done.status, 0, `${name}: exit ${done.status}\n${done.stderr.slice(-4000)}\n${done.stdout}`)
  for (const what of ['lost', 'doubled', 'differences']) assert.equal(figure(what), 0, `${name}: ${what}\n${done.stderr.slice(-4000)}`)
  return figure
}

// Fleets until it is enough: what is broken is broken while somebody works.
class Load {
  sums = { lines: 0, photos: 0, 'compared.rows': 0, 'compared.files': 0 }
  fleets = 0
  constructor(front) {
    this.going = this.work(front)
    this.going.catch((failed) => (this.failed = failed))
  }
  async work(front) {
    while (!this.enough) {
      const figure = await fleet(front, `fleet ${this.fleets + 1}`, ['--devices', asked.devices, '--inspections', asked.inspections, '--photos', asked.photos, '--photo-bytes', '60000', '--seed', String(7 + this.fleets), '--threads', '4'])
      for (const what of Object.keys(this.sums)) this.sums[what] += figure(what)
      ++this.fleets
      fact(`fleet ${this.fleets} of ${asked.devices} tablets was compared: lost 0, doubled 0, differences 0`)
    }
  }
  // Throws what a comparison found.
  check() {
    if (this.failed) throw this.failed
    return true
  }
  async end() {
    this.enough = true
    await this.going
  }
}

// Not spawnSync: the balancer lives in this process.
function run(name, args, env = {}) {
  const child = spawn(bin(name), args, { env: { ...process.env, ...env } })
  process.on('exit', () => child.kill('SIGKILL'))
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

const size = async (front) => Math.max(...(await Promise.allSettled(front.all.map((one) => read(one.url)))).map((r) => r.value?.size ?? 0))

// Kills, and tells how long nothing was taken in: from the blow until a line came that was not there then.
async function breakOne(front, load, what, blow, then = async () => {}) {
  const from = Date.now()
  await blow()
  fact(what)
  await then()
  // What was committed before the blow is seen by now, or with the first look of those who are left.
  const before = await until(`${what}: somebody tells of the log`, async () => (await size(front)) || null, 120_000)
  await until(`${what}: the log grows`, async () => load.check() && (await size(front)) > before, 120_000)
  fact(`lines came again within ${((Date.now() - from) / 1000).toFixed(1)} s`)
}

async function breakEach(front, postgres, swift, load) {
  const { one: sequencer, epoch } = await until('somebody is the sequencer', () => sequencerOf(front))
  await breakOne(front, load, `killed the sequencer, ${sequencer.name}`, () => sequencer.process.kill(), async () => {
    const next = await until('another sequencer', async () => {
      const found = await sequencerOf(front)
      return found && found.epoch > epoch && found
    })
    fact(`${next.one.name} is the sequencer, in epoch ${next.epoch}`)
  })
  await front.run(sequencer)

  const leader = await postgres.leader()
  await breakOne(front, load, `killed the leading database, ${leader.name}, with its Patroni`, () => leader.process.kill(), async () => {
    await until('another leader', async () => {
      const found = await postgres.leader()
      return found && found !== leader
    }, 90_000)
    fact('the standby leads')
  })
  leader.process.start()

  const object = swift.processes.object[1]
  await breakOne(front, load, 'killed one of three object servers', () => object.kill())
  object.start()

  const { one: now } = await until('somebody is the sequencer', () => sequencerOf(front))
  const other = front.all.find((one) => one !== now)
  await breakOne(front, load, `killed a front end that is not the sequencer, ${other.name}`, () => other.process.kill())
  await front.run(other)

  // It wakes up behind a sequencer that took its place, and must not append.
  const { one: sleeper, epoch: asleep } = await until('somebody is the sequencer', () => sequencerOf(front))
  await breakOne(front, load, `stopped the sequencer, ${sleeper.name} (SIGSTOP)`, () => sleeper.process.signal('SIGSTOP'), async () => {
    const next = await until('another sequencer', async () => {
      const found = await sequencerOf(front)
      return found && found.epoch > asleep && found
    })
    fact(`${next.one.name} is the sequencer, in epoch ${next.epoch}`)
  })
  sleeper.process.signal('SIGCONT')
  await until('it follows', async () => (await health(sleeper)).role === 'follower')
  fact('the one that slept follows')
  await until('the database that was killed confirms commits', async () => (await postgres.members()).some((one) => one.role === 'sync_standby'), 90_000)
  fact('the database that was killed confirms commits again')

  // Patroni's end alone leaves a database that believes that it leads; its standby is its commits' witness.
  const alone = await postgres.leader()
  await breakOne(front, load, `killed Patroni of the leading database, ${alone.name}, alone`, () => alone.process.killAlone(), async () => {
    await until('another leader', async () => {
      const found = await postgres.leader()
      return found && found !== alone
    }, 90_000)
    fact('the standby leads, while the old leader still runs')
    await wait(3000)
    alone.process.start()
  })
  await until('it confirms commits', async () => (await postgres.members()).some((one) => one.role === 'sync_standby'), 90_000)
  fact('the old leader gave up what it led, and confirms commits')
}

// What a line costs each front end, where one takes all of it and where each takes a third: this machine has too few
// processors for three, so that what counts is which of them is full first. What they use while nobody calls is left out.
async function account(front) {
  const used = () => front.all.map((one) => one.process.cpu())
  const since = (before) => used().map((now, i) => now - before[i])
  const nobody = used(), idle = 20
  await wait(idle * 1000)
  const background = since(nobody).map((spent) => spent / idle)
  fact(`while nobody calls the front ends use ${background.map((spent) => (spent * 1000).toFixed(1)).join(', ')} ms a second`)
  const cost = async (name, only) => {
    front.balancer.only = only?.port
    const before = used(), lines = await size(front), from = Date.now()
    await fleet(front, name, ['--devices', '6', '--inspections', asked.account, '--photos', '0', '--photo-bytes', '10000', '--seed', only ? '8' : '9', '--threads', '6'])
    front.balancer.only = undefined
    const more = (await size(front)) - lines, took = (Date.now() - from) / 1000
    return since(before).map((spent, i) => ((spent - background[i] * took) / more) * 1000)
  }
  const { one: sequencer } = await until('somebody is the sequencer', () => sequencerOf(front))
  const one = await cost('all at one front end', sequencer), three = await cost('all three')
  const tell = (all) => all.map((ms, i) => `${front.all[i].name} ${ms.toFixed(2)}`).join(', ')
  fact(`processor time in ms for each line that came, tablets' syncs and all: at one ${tell(one)}; at three ${tell(three)}`)
  fact(`cluster.gain ${(Math.max(...one) / Math.max(...three)).toFixed(2)} (${sequencer.name} was the sequencer): so much more three front ends take before the first is full`)
}

let failed = false
try {
  const [postgres, swift] = await Promise.all([startPostgres(), startSwift()])
  const front = await new FrontEnds({ postgres, swift }).start()
  fact('etcd, two databases, Swift and three front ends are up')
  const enrolled = await run('plumb', ['enrol', '--home', join(folder, 'admin'), '--device', 'admin', front.invitation], { PLUMB_PIN: PIN })
  assert.equal(enrolled.status, 0, enrolled.stderr)

  if (asked.part !== 'account' && existsSync(bin('test_server_blobs'))) {
    const contract = await run('test_server_blobs', [], { PLUMB_TEST_S3: `${swift.endpoint}/${swift.bucket}`, AWS_ACCESS_KEY_ID: keys.access, AWS_SECRET_ACCESS_KEY: keys.secret })
    assert.equal(contract.status, 0, contract.stdout)
    fact(`the cases of a place of files hold with Swift: ${contract.stdout.trim().split('\n').at(-1)}`)
  }

  const checkpoints = new Checkpoints(front.all)
  if (asked.part === 'account') {
    await account(front)
  } else {
    const load = new Load(front)
    const first = await size(front)
    await until('the tablets send', async () => load.check() && (await size(front)) > first + Number(asked.devices) * 3, 120_000)
    await breakEach(front, postgres, swift, load)
    await load.end()
    const { sums } = load
    fact(`${sums.lines} inspections and ${sums.photos} photos of ${load.fleets} fleets: lost 0, doubled 0, differences 0 (${sums['compared.rows']} rows, ${sums['compared.files']} files compared)`)
  }
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
