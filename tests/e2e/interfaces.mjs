// Other programs read the sample province: a client of OData from npm, and GDAL's ogr2ogr and ogrinfo over OGC API –
// Features, each with a token of its own and nothing else; what they read is what the console's calls say. Hostile texts
// are refused and nothing is lost.
//
//   node tests/e2e/interfaces.mjs         (77: without gdal-bin)
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, run, Server, top } from '../../tools/stage/stage.mjs'
import { LineAuthor } from './line_author.mjs'

if (spawnSync('ogr2ogr', ['--version']).error) {
  console.log('interfaces: skipped, there is no ogr2ogr (apt install gdal-bin)')
  process.exit(77)
}
// The server's certificate is its own.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
process.removeAllListeners('warning')
const require = createRequire(join(top, 'sync-server/console/package.json'))
const { OData } = require('@odata/client')

const folder = mkdtempSync(join(tmpdir(), 'plumb-interfaces-'))
const fact = (text) => console.log(`interfaces: ${text}`)
let server
try {
  const home = join(folder, 'province')
  const port = await freePort()
  const done = run('sample-province', ['--sites', '24', '--seed', '7', '--home', home, '--url', `https://127.0.0.1:${port}`])
  assert.equal(done.code, 0, done.err)
  const province = JSON.parse(readFileSync(join(home, 'province.json'), 'utf8'))
  server = new Server(home, port)
  await server.start()
  const caller = new LineAuthor(server.url)
  await caller.enrol(province.enrol.administrator)
  const get = async (path, status = 200) => {
    const answer = await caller.call('GET', path)
    assert.equal(answer.status, status, `${path}: ${answer.text}`)
    return JSON.parse(answer.text)
  }
  await get('/v1/query/me')

  // OData, by a client that was written for others.
  const client = OData.New4({ serviceEndpoint: `${server.url}/v1/odata/`, commonHeaders: { Authorization: `Bearer ${caller.token}` } })
  const read = async (collection, params) => (await client.newRequest({ collection, params })).value
  const sites = await read('Sites', client.newParam().top(1000))
  assert.equal(sites.length, 24)
  const region = sites[0].Region
  const there = await read('Sites', client.newParam().top(1000).filter(client.newFilter().property('Region').eq(region)))
  assert.deepEqual(there.map((one) => one.Id).sort(), sites.filter((one) => one.Region === region).map((one) => one.Id).sort())
  const chosen = await read('Sites', client.newParam().top(2).skip(1).select(['Id', 'Name']))
  assert.deepEqual(chosen, sites.slice(1, 3).map(({ Id, Name }) => ({ Id, Name })))
  const most = await read('Inspections', client.newParam().top(1000).filter(client.newFilter().property('Findings').ge(2)))
  let all = []
  for (const status of ['submitted', 'returned', 'accepted']) {
    let next = ''
    do {
      const page = await get(`/v1/query/inspections?status=${status}&limit=200${next && `&after=${next}`}`)
      all.push(...page.items)
      next = page.next
    } while (next)
  }
  all = all.filter((one) => one.round === '' && one.findings >= 2)
  assert.ok(all.length > 3)
  assert.deepEqual(most.map((one) => one.Id).sort(), all.map((one) => one.id).sort())
  const { text: metadata } = await caller.call('GET', '/v1/odata/$metadata')
  for (const name of Object.keys(sites[0])) assert.ok(metadata.includes(`Name="${name}"`), name)
  // Pages lead through all of it.
  let [at, seen] = ['/v1/odata/Inspections', 0]
  while (at) {
    const page = await get(at)
    seen += page.value.length
    at = page['@odata.nextLink']?.replace(/^https:\/\/[^/]+/, '')
  }
  assert.ok(seen > 100, `${seen} inspections, more than a page`)
  // Counted as they are listed, and in either order the same.
  assert.equal(await client.getEntitySet('Inspections').count(), seen)
  assert.equal(await client.getEntitySet('Sites').count(client.newFilter().property('Region').eq(region)), there.length)
  const counted = await get('/v1/odata/Findings?$count=true&$top=1')
  const through = async (set, order) => {
    const ids = []
    for (let next = `/v1/odata/${set}?$orderby=${encodeURIComponent(order)}`; next; ) {
      const page = await get(next)
      ids.push(...page.value.map((one) => one.Id))
      next = page['@odata.nextLink']?.replace(/^https:\/\/[^/]+/, '')
    }
    return ids
  }
  for (const [set, order] of [['Findings', 'LogIndex'], ['Cases', 'LogIndex'], ['Inspections', 'At'], ['Sites', 'LogIndex']]) {
    const [up, down] = [await through(set, order), await through(set, `${order} desc`)]
    assert.deepEqual(down.toReversed?.() ?? [...down].reverse(), up, `${set} by ${order}`)
    assert.equal(new Set(up).size, up.length)
    assert.equal(Number((await caller.call('GET', `/v1/odata/${set}/$count`)).text), up.length, `as many ${set} as are counted`)
    if (set === 'Findings') assert.equal(counted['@odata.count'], up.length)
  }
  const board = await get(`/v1/query/findings?column=with_enterprise&today=${province.today}&limit=1`)
  const withEnterprise = await caller.call('GET', `/v1/odata/Findings/$count?$filter=${encodeURIComponent("Column eq 'with_enterprise'")}`)
  assert.equal(Number(withEnterprise.text), board.counts.with_enterprise.all, 'as the board counts them')
  fact(`a foreign client reads and counts ${sites.length} sites and ${seen} inspections`)

  // OGC API – Features, by GDAL.
  const gdal = (program, ...args) => {
    const out = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${caller.token}`, GDAL_HTTP_UNSAFESSL: 'YES', OGR_GEOJSON_MAX_OBJ_SIZE: '0' } })
    assert.equal(out.status, 0, out.stderr)
    return out.stdout
  }
  const source = `OAPIF:${server.url}/v1/ogc`
  const told = gdal('ogrinfo', '-ro', '-so', source, 'sites')
  assert.match(told, /Feature Count: 24/)
  const file = join(folder, 'sites.geojson')
  gdal('ogr2ogr', '-f', 'GeoJSON', file, source, 'sites', '--config', 'OGR_OAPIF_PAGE_SIZE', '7', '-oo', 'PAGE_SIZE=7')
  const features = JSON.parse(readFileSync(file, 'utf8')).features
  assert.deepEqual(features.map((one) => one.properties.id).sort(), sites.map((one) => one.Id).sort())
  for (const { properties, geometry } of features) {
    if (geometry?.type !== 'Point') continue
    const site = sites.find((one) => one.Id === properties.id)
    assert.ok(Math.abs(geometry.coordinates[0] - site.Longitude) < 1e-6 && Math.abs(geometry.coordinates[1] - site.Latitude) < 1e-6, 'longitude first')
    assert.ok(geometry.coordinates[0] > 89 && geometry.coordinates[0] < 110, 'in Gansu or Qinghai')
  }
  const some = sites.find((one) => one.Longitude)
  const box = [some.Longitude - 0.01, some.Latitude - 0.01, some.Longitude + 0.01, some.Latitude + 0.01]
  const near = join(folder, 'near.geojson')
  gdal('ogr2ogr', '-f', 'GeoJSON', '-spat', ...box.map(String), near, source, 'sites')
  const inside = JSON.parse(readFileSync(near, 'utf8')).features.map((one) => one.properties.id)
  assert.ok(inside.includes(some.Id) && inside.length < 24, inside.join())
  fact('GDAL reads the same sites, page by page and by a box')

  // Hostile texts.
  const refused = async (path, status) => assert.equal((await caller.call('GET', path)).status, status, path.slice(0, 80))
  await refused(`/v1/odata/Sites?$filter=${encodeURIComponent(`Name eq '${'x'.repeat(3000)}'`)}`, 400)
  const huge = await caller.call('GET', `/v1/odata/Sites?$filter=${'a'.repeat(100_000)}`).catch((error) => ({ status: error.code }))
  assert.ok(huge.status === 431 || huge.status === 414 || huge.status === 400 || huge.status === 413 || huge.status === 'ECONNRESET' || huge.status === 'EPIPE', `100 KB: ${huge.status}`)
  await refused(`/v1/odata/Sites?$filter=${encodeURIComponent('('.repeat(900) + 'Id eq null' + ')'.repeat(900))}`, 400)
  await refused(`/v1/odata/Sites?$filter=${encodeURIComponent("Id eq 'x'; DROP TABLE sites")}`, 400)
  await refused('/v1/odata/Sites?$expand=Inspections', 501)
  await refused('/v1/ogc/collections/sites/items?bbox=1,2', 400)
  assert.equal((await read('Sites', client.newParam().top(1000))).length, 24, 'nothing was lost')
  const nobody = new LineAuthor(server.url)
  for (const path of ['/v1/odata', '/v1/odata/$metadata', '/v1/odata/Sites', '/v1/ogc', '/v1/ogc/collections/sites/items']) assert.equal((await nobody.call('GET', path)).status, 401, path)
  fact('hostile texts are refused, and so is whoever has no token')
  console.log('1 passed, 0 failed')
} finally {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
