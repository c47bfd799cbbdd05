// Front ends of one log: a data folder each, with the same keys, the same database and the same store of files; and what
// stands before them, which gives each connection to the next one that takes it.
import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { Process, folder, freePort, makeFolder, put } from './stand.mjs'
import { keys } from './swift.mjs'

export const bin = (name) => new URL(`../../build/bin/${name}`, import.meta.url).pathname

export class FrontEnds {
  constructor({ postgres, swift, count = 3 }) {
    Object.assign(this, { postgres, swift, count, all: [] })
  }

  async start() {
    const first = join(folder, 'front0')
    this.balancer = await new Balancer().start()
    this.url = `https://127.0.0.1:${this.balancer.port}`
    const env = { PGPASSFILE: this.postgres.passwords }
    const made = execFileSync(bin('plumbserver'), ['init', '--data', first, '--store', this.postgres.url, '--url', this.url, '--json'], {
      encoding: 'utf8', env: { ...process.env, ...env },
    })
    this.invitation = JSON.parse(made).enrol
    const secret = put(join(folder, 'front-end-secret'), 'a secret of the cluster test, and of nothing else\n')
    const files = put(join(folder, 's3-keys'), `[default]\naws_access_key_id = ${keys.access}\naws_secret_access_key = ${keys.secret}\n`)
    for (let i = 0; i < this.count; ++i) {
      const data = join(folder, `front${i}`)
      // What makes it a server of this log: its keys and certificate, and no database of its own.
      if (i > 0) cpSync(first, makeFolder(data), { recursive: true })
      const port = await freePort()
      const process = new Process(`front-end${i}`, bin('plumbserver'), [
        'serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--store', this.postgres.url,
        '--files', `s3://${this.swift.bucket}/log`, '--s3-endpoint', this.swift.endpoint, '--s3-keys', files,
        '--front-end', `front${i}`, '--internal', `https://127.0.0.1:${port}`, '--front-end-secret', secret, '--front-end-ca', join(first, 'tls.crt'),
        '--open-rate', '10000', '--connections-per-address', '10000',
      ], { env })
      this.all.push({ name: `front${i}`, data, port, url: `https://127.0.0.1:${port}`, process })
    }
    for (const one of this.all) await this.run(one)
    return this
  }

  async run(one) {
    await one.process.start().ready(one.port)
    this.balancer.add(one.port)
  }

  cpu() {
    return this.all.reduce((sum, one) => sum + one.process.cpu(), 0)
  }
}

// A connection goes to whoever has the fewest; where that one does not take it, to the next. It sees nothing of what is
// said.
export class Balancer {
  ports = []
  open = new Map()
  only = undefined

  async start() {
    this.port = await freePort()
    this.server = createServer({ allowHalfOpen: true }, (client) => this.carry(client, this.only ? [this.only] : this.turn()))
    await new Promise((done) => this.server.listen(this.port, '127.0.0.1', done))
    this.server.unref()
    return this
  }
  add(port) {
    if (!this.ports.includes(port)) this.ports.push(port)
  }
  turn() {
    const count = (port) => this.open.get(port) ?? 0
    return this.ports.map((port) => [count(port), Math.random(), port]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , port]) => port)
  }
  carry(client, candidates) {
    client.on('error', () => client.destroy())
    const port = candidates.shift()
    if (port === undefined) return client.destroy()
    const server = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    let met = false
    server.on('connect', () => {
      met = true
      this.open.set(port, (this.open.get(port) ?? 0) + 1)
      client.pipe(server).pipe(client)
    })
    server.on('error', () => (met ? client.destroy() : this.carry(client, candidates)))
    server.on('close', () => {
      if (!met) return
      this.open.set(port, this.open.get(port) - 1)
      client.destroy()
    })
    client.on('close', () => server.destroy())
  }
}
