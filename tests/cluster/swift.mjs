// OpenStack Swift with its S3 interface: one proxy, one account and one container server, and three object servers that
// keep each object three times, so that one of them may die. Devices are folders of this machine, whose file system has
// to keep extended attributes.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { Process, folder, freePort, makeFolder, put, until } from './stand.mjs'

const home = join(folder, 'swift')
export const keys = { access: 'plumb:tester', secret: 'testing-s3-secret' }

const server = (kind, devices, port, more = '') => `
[DEFAULT]
swift_dir = ${home}
devices = ${devices}
mount_check = false
disable_fallocate = true
fallocate_reserve = 0
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${process.getuid() === 0 ? 'root' : process.env.USER}
log_level = WARNING
log_address = ${join(home, 'nobody')}
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
${more}
`

export async function startSwift() {
  makeFolder(home)
  put(join(home, 'swift.conf'), '[swift-hash]\nswift_hash_path_suffix = plumb\nswift_hash_path_prefix = plumb\n[storage-policy:0]\nname = Policy-0\ndefault = yes\n')
  const ports = { account: [await freePort()], container: [await freePort()], object: [await freePort(), await freePort(), await freePort()] }
  execFileSync('/usr/bin/python3', [join(new URL('.', import.meta.url).pathname, 'rings.py'), home, ...Object.entries(ports).map(([kind, list]) => `${kind}:${list.join(',')}`)])
  const processes = {}
  for (const [kind, list] of Object.entries(ports)) {
    processes[kind] = list.map((port, i) => {
      const devices = makeFolder(join(home, `${kind}${i}`))
      makeFolder(join(devices, 'one'))
      const conf = put(join(home, `${kind}${i}.conf`), server(kind, devices, port))
      return new Process(`swift-${kind}${i}`, `swift-${kind}-server`, [conf]).start()
    })
  }
  const memcached = await freePort()
  processes.memcached = new Process('memcached', 'memcached', ['-l', '127.0.0.1', '-p', String(memcached), '-m', '16', ...(process.getuid() === 0 ? ['-u', 'root'] : [])]).start()
  const port = await freePort()
  // s3api takes the tempauth user's key for the secret of its S3 calls.
  const conf = put(join(home, 'proxy.conf'), `
[DEFAULT]
swift_dir = ${home}
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${process.getuid() === 0 ? 'root' : process.env.USER}
log_level = WARNING
log_address = ${join(home, 'nobody')}
[pipeline:main]
pipeline = catch_errors proxy-logging cache s3api tempauth copy slo dlo proxy-logging proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
node_timeout = 5
conn_timeout = 1
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:proxy-logging]
use = egg:swift#proxy_logging
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${memcached}
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_plumb_tester = ${keys.secret} .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
`)
  processes.proxy = new Process('swift-proxy', 'swift-proxy-server', [conf]).start()
  for (const [kind, list] of Object.entries(ports)) for (const [i, one] of list.entries()) await processes[kind][i].ready(one)
  await processes.proxy.ready(port)
  const endpoint = `http://127.0.0.1:${port}`
  const bucket = 'plumbline'
  // The bucket, by Swift's own interface.
  const auth = await until('Swift lets us in', async () => {
    const answer = await fetch(`${endpoint}/auth/v1.0`, { headers: { 'X-Auth-User': keys.access, 'X-Auth-Key': keys.secret } })
    return answer.ok && answer
  })
  await until('the bucket is made', async () => {
    const answer = await fetch(`${auth.headers.get('x-storage-url')}/${bucket}`, { method: 'PUT', headers: { 'X-Auth-Token': auth.headers.get('x-auth-token') } })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer
  })
  return { endpoint, bucket, processes }
}
