// A stage for the demo and the end-to-end tests: a real server over TLS in a folder of its own, and people with the
// command line. Nothing here fakes anything: it starts the programs in build/bin and reads what they print.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const bin = (name) => join(process.env.PLUMB_BIN ?? join(top, 'build', 'bin'), name)
// A checklist as the build compiled it from its workbook.
export const compiled = (id) => join(bin('..'), 'checklists', `${id}.json`)
export const PIN = '246810'

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

// Runs a program to its end; gives exit code and output.
export function run(program, args, env = {}) {
  const done = spawnSync(bin(program), args, { env: { ...process.env, PLUMB_PIN: PIN, ...env }, encoding: 'utf8', maxBuffer: 256 << 20 })
  if (done.error) throw done.error
  return { code: done.status, out: done.stdout, err: done.stderr }
}

// The same, and its JSON answer; throws when it did not exit 0.
export function plumb(...args) {
  return plumbIn({}, ...args)
}

// On a machine that is set up otherwise: {TZ: 'CST-8'}.
export function plumbIn(env, ...args) {
  const done = run('plumb', [...args, '--json'], env)
  if (done.code !== 0) throw new Error(`plumb ${args.slice(0, 2).join(' ')} exited ${done.code}: ${done.err || done.out}`)
  return JSON.parse(done.out)
}

export class Server {
  // `behind`: the address at which its devices find it where something stands in front of it; it then serves plain HTTP on
  // loopback, and nothing is pinned.
  constructor(folder, port, behind) {
    this.data = join(folder, 'server')
    this.port = port
    this.url = behind ?? `https://127.0.0.1:${port}`
    this.plain = behind ? ['--plain'] : []
    this.more = [] // further options of `serve`
  }

  // A new server's folder; the first administrator's invitation and the root's thumbprint.
  init(...more) {
    if (existsSync(this.data)) throw new Error(`${this.data} is there already`)
    const done = run('plumbserver', ['init', '--data', this.data, '--url', this.url, '--json', ...more], { PLUMB_ROOT_PASSPHRASE: 'a passphrase for the stage' })
    if (done.code !== 0) throw new Error(`plumbserver init: ${done.err || done.out}`)
    const said = JSON.parse(done.out)
    this.root = said.root
    return said
  }

  // Its intake: people without an account can complain from its next start on.
  openIntake() {
    const done = run('plumbserver', ['open-intake', '--data', this.data], { PLUMB_ROOT_PASSPHRASE: 'a passphrase for the stage' })
    if (done.code !== 0) throw new Error(`plumbserver open-intake: ${done.err || done.out}`)
    return done.out.trim()
  }

  async start() {
    this.process = spawn(bin('plumbserver'), ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, ...this.plain, ...this.more, '--console', join(top, 'sync-server', 'console', 'dist')], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.log = ''
    this.ended = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve({ code, signal })))
    await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server did not start:\n${this.log}`)), 20_000)
      const read = (chunk) => {
        this.log += chunk
        if (this.log.includes('listening on')) {
          clearTimeout(late)
          resolve()
        }
      }
      this.process.stdout.on('data', read)
      this.process.stderr.on('data', read)
      this.process.once('exit', (code) => {
        clearTimeout(late)
        reject(new Error(`the server ended with ${code}:\n${this.log}`))
      })
    })
  }

  async stop(signal = 'SIGTERM') {
    if (!this.process) return {}
    this.process.kill(signal)
    const ended = await this.ended
    this.process = undefined
    return ended
  }
}

// People of a deployment, each with a home of their own.
export class People {
  constructor(folder, server) {
    this.folder = folder
    this.server = server
    this.persons = new Map()
    mkdirSync(folder, { recursive: true })
  }
  home(name) {
    return join(this.folder, name)
  }
  enrol(name, uri) {
    return plumb('enrol', '--home', this.home(name), '--device', name, uri)
  }
  // Whoever was invited before under the name is the same person, with another device or role.
  invite(name, role, ...more) {
    const known = this.persons.get(name)
    if (known) more.push('--person-id', known)
    const made = plumb('admin', 'invite', '--home', this.home('admin'), '--name', name, '--role', role, ...more)
    this.persons.set(name, made.person)
    return made.enrol
  }
  publish(...files) {
    return plumb('admin', 'publish', '--home', this.home('admin'), ...files)
  }
  sync(name) {
    return plumb('sync', '--home', this.home(name))
  }
  list(name, type) {
    return plumb('list', '--home', this.home(name), '--type', type)
  }
  show(name, id) {
    return plumb('show', '--home', this.home(name), id)
  }
}

export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(value, null, 1))
  return file
}
