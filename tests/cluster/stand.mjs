// The processes of a cluster on this machine: started in one temporary folder with free ports of loopback, each in a
// process group of its own, all gone when the script ends, however it ends. As root, what refuses root (PostgreSQL)
// runs as its own user.
import { spawn, execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const folder = mkdtempSync(join(tmpdir(), 'plumb-cluster-'))
chmodSync(folder, 0o755)
const asRoot = process.getuid() === 0
const running = new Set()

export const wait = (ms) => new Promise((done) => setTimeout(done, ms))

// Asked of the system, and not given twice; below 20000 others may listen.
const given = new Set()
export async function freePort() {
  for (;;) {
    const server = createServer()
    await new Promise((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address()
    await new Promise((done) => server.close(done))
    if (port <= 20000 || given.has(port)) continue
    given.add(port)
    return port
  }
}

export async function until(what, is, ms = 60_000, every = 200) {
  const end = Date.now() + ms
  for (let why; ; await wait(every)) {
    try {
      const value = await is()
      if (value) return value
    } catch (failed) {
      if (failed.code === 'ERR_ASSERTION') throw failed
      why = failed
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${ms / 1000} s${why ? ` (${why.message ?? why})` : ''}`)
  }
}

export const listens = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => done(!socket.destroy().connecting))
    socket.on('error', () => done(false))
  })

// A user of this machine, as spawn takes it; nobody else where we are not root.
export function user(name) {
  if (!asRoot) return {}
  const id = (what) => Number(execFileSync('id', [what, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export function makeFolder(path, owner = {}) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid)
  return path
}

export function put(path, text, owner = {}) {
  writeFileSync(path, text, { mode: 0o600 })
  if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid)
  return path
}

export class Process {
  // `pidFile`: of what it starts as a daemon, which is no child of anybody.
  constructor(name, command, args, { pidFile, ...options } = {}) {
    Object.assign(this, { name, command, args, options, pidFile, log: join(folder, `${name}.log`) })
  }
  start() {
    const log = openSync(this.log, 'a')
    this.child = spawn(this.command, this.args, {
      cwd: folder, detached: true, stdio: ['ignore', log, log], ...this.options, env: { ...process.env, ...this.options.env },
    })
    this.child.on('exit', (code, signal) => {
      if (!this.pidFile) running.delete(this)
      this.ended = signal ?? code
    })
    this.ended = undefined
    running.add(this)
    return this
  }
  // Once it listens there; what it said where it ended instead.
  async ready(port, ms = 60_000) {
    await until(`${this.name} listens`, () => listens(port).then((is) => is || this.ended !== undefined), ms)
    if (this.ended !== undefined) throw new Error(`${this.name} ended (${this.ended}):\n${this.tail()}`)
    return this
  }
  // SIGKILL to all of it at once: power that went.
  async kill() {
    const { child } = this
    const gone = new Promise((done) => (child.exitCode !== null || child.signalCode ? done() : child.on('exit', done)))
    this.signal('SIGKILL')
    await gone
  }
  // The same to it alone: what it started goes on.
  async killAlone() {
    const gone = new Promise((done) => this.child.on('exit', done))
    this.child.kill('SIGKILL')
    await gone
  }
  async stop() {
    const { child } = this
    const gone = new Promise((done) => (child.exitCode !== null || child.signalCode ? done() : child.on('exit', done)))
    this.signal('SIGTERM')
    await gone
  }
  signal(name) {
    for (const pid of this.pids()) {
      try {
        process.kill(pid, name)
      } catch (gone) {
        if (gone.code !== 'ESRCH') throw gone
      }
    }
  }
  // It and all that it started, wherever that put itself.
  pids() {
    const children = new Map()
    for (const line of execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')) {
      const [pid, parent] = line.trim().split(/\s+/).map(Number)
      children.set(parent, [...(children.get(parent) ?? []), pid])
    }
    const out = [this.child.pid, ...this.daemon()]
    for (let i = 0; i < out.length; ++i) out.push(...(children.get(out[i]) ?? []))
    return out
  }
  daemon() {
    if (!this.pidFile || !existsSync(this.pidFile)) return []
    const pid = Number(readFileSync(this.pidFile, 'utf8').split('\n')[0])
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder) ? [pid] : []
    } catch {
      return []
    }
  }
  // Seconds of processor time that it used, with all that it started.
  cpu() {
    let ticks = 0
    for (const pid of this.pids()) {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
        ticks += Number(fields[11]) + Number(fields[12])
      } catch {
        // gone meanwhile
      }
    }
    return ticks / 100
  }
  tail(lines = 20) {
    return readFileSync(this.log, 'utf8').split('\n').slice(-lines).join('\n')
  }
}

export function endAll(keep = false) {
  for (const one of [...running]) one.signal('SIGKILL')
  if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endAll()
    process.exit(1)
  })
}
process.on('exit', () => {
  for (const one of [...running]) {
    try {
      one.signal('SIGKILL')
    } catch {
      // nothing more can be done
    }
  }
})
