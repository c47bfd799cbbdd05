// PostgreSQL with a standby that confirms each commit: etcd says who leads, Patroni makes the two databases and changes
// roles. Clients name both and ask for the one that takes writes (target_session_attrs=read-write).
import { join } from 'node:path'
import { Process, folder, freePort, makeFolder, put, until, user } from './stand.mjs'

const home = join(folder, 'postgres')
export const password = 'of the cluster test alone'

export async function startPostgres() {
  makeFolder(home, user('postgres'))
  const etcd = await startEtcd()
  const nodes = []
  for (const name of ['one', 'two']) nodes.push(await makeNode(name, etcd.port))
  // The first makes the database; the second begins with a copy of it.
  for (const node of nodes) node.process.start()
  const ready = async () => {
    const all = await members(nodes)
    return all.some((one) => one.role === 'leader') && all.some((one) => one.role === 'sync_standby') && all
  }
  await until('the leader has a synchronous standby', ready, 90_000).catch((failed) => {
    throw new Error(`${failed.message}\n${nodes.map((node) => node.process.tail()).join('\n')}`)
  })
  const url = `postgresql://plumb@${nodes.map((node) => `127.0.0.1:${node.port}`).join(',')}/postgres?target_session_attrs=read-write&connect_timeout=3`
  const passwords = put(join(folder, 'pgpass'), nodes.map((node) => `127.0.0.1:${node.port}:*:plumb:${password}\n`).join(''))
  return { url, passwords, nodes, etcd: etcd.process, members: () => members(nodes), leader: async () => leaderOf(nodes) }
}

async function startEtcd() {
  const port = await freePort(), peer = await freePort()
  const process = new Process('etcd', 'etcd', [
    '--data-dir', makeFolder(join(folder, 'etcd')), '--name', 'one',
    '--listen-client-urls', `http://127.0.0.1:${port}`, '--advertise-client-urls', `http://127.0.0.1:${port}`,
    '--listen-peer-urls', `http://127.0.0.1:${peer}`, '--initial-advertise-peer-urls', `http://127.0.0.1:${peer}`,
    '--initial-cluster', `one=http://127.0.0.1:${peer}`, '--log-level', 'warn',
  ]).start()
  await process.ready(port)
  return { process, port }
}

async function makeNode(name, etcd) {
  const port = await freePort(), rest = await freePort()
  const owner = user('postgres')
  const data = join(home, name)
  const conf = put(join(home, `${name}.yml`), `
scope: plumb
name: ${name}
restapi: { listen: 127.0.0.1:${rest}, connect_address: 127.0.0.1:${rest} }
etcd3: { host: 127.0.0.1:${etcd} }
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    maximum_lag_on_failover: 0
    # A commit is told when both have it. Where the standby is away the leader goes on alone (not strict): Patroni then
    # promotes nobody who did not have everything, so that a second failure means waiting and no loss.
    synchronous_mode: true
    synchronous_mode_strict: false
    primary_start_timeout: 0
    postgresql:
      use_pg_rewind: true
      use_slots: true
      parameters:
        max_connections: 200
        shared_buffers: 64MB
        wal_level: replica
        hot_standby: 'on'
        wal_log_hints: 'on'
        max_wal_senders: 5
        synchronous_commit: 'on'
        tcp_keepalives_idle: 5
        tcp_keepalives_interval: 2
        tcp_keepalives_count: 3
  initdb: [ { encoding: UTF8 }, { locale: C }, data-checksums ]
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication replicator 127.0.0.1/32 scram-sha-256
postgresql:
  listen: 127.0.0.1:${port}
  connect_address: 127.0.0.1:${port}
  data_dir: ${data}
  bin_dir: /usr/lib/postgresql/15/bin
  pgpass: ${join(home, `${name}.pgpass`)}
  authentication:
    superuser: { username: plumb, password: '${password}' }
    replication: { username: replicator, password: '${password}' }
    rewind: { username: rewinder, password: '${password}' }
  parameters: { unix_socket_directories: '${home}' }
`, owner)
  return { name, port, rest, process: new Process(`postgres-${name}`, '/usr/bin/patroni', [conf], { cwd: home, pidFile: join(data, 'postmaster.pid'), env: { HOME: home, LC_ALL: 'C.UTF-8' }, ...owner }) }
}

// As Patroni tells them: [{ name, role: "leader" | "sync_standby" | "replica", state, timeline }].
async function members(nodes) {
  for (const node of nodes) {
    try {
      const answer = await fetch(`http://127.0.0.1:${node.rest}/cluster`, { signal: AbortSignal.timeout(2000) })
      if (answer.ok) return (await answer.json()).members
    } catch {
      // the other one may know
    }
  }
  return []
}

async function leaderOf(nodes) {
  const leader = (await members(nodes)).find((one) => one.role === 'leader' && one.state === 'running')
  return leader && nodes.find((node) => node.name === leader.name)
}
