// The description of the calls (OpenAPI 3.1) says what the server does: its paths are the router's, no more and no fewer;
// every call that reads is made of a running server, and its answer has the members that are described and none beside
// them; what is described as a choice is taken, anything else is refused by a problem document.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, run, Server, top } from '../../tools/stage/stage.mjs'
import { LineAuthor } from './line_author.mjs'

const Ajv = createRequire(join(top, 'sync-server/console/package.json'))('ajv/dist/2020').default
const described = JSON.parse(readFileSync(join(top, 'sync-server/console/public/openapi.json'), 'utf8'))
const fact = (text) => console.log(`openapi: ${text}`)
const kMethods = ['get', 'post', 'patch', 'head', 'options', 'put', 'delete']
const operations = Object.entries(described.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => kMethods.includes(method))
    .map(([method, operation]) => ({ method, path, ...operation, parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])] })),
)
const operationOf = new Map(operations.map((one) => [one.operationId, one]))

// Objects may gain members for other readers; here one that is not described is a fault of the description.
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const out = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  if (out.properties && out.additionalProperties === undefined) out.additionalProperties = false
  // What several schemas say of one object together is closed as a whole.
  if (out.allOf) return { ...out, allOf: out.allOf.map((part) => ({ ...open(part) })), unevaluatedProperties: false }
  return out
}
function open(schema) {
  if (schema.$ref) return open(described.components.schemas[schema.$ref.split('/').pop()])
  const { additionalProperties, ...rest } = schema
  return additionalProperties === false || additionalProperties === undefined ? rest : schema
}
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, validateFormats: false })
const root = { $id: 'plumb', components: closed(described.components) }
ajv.addVocabulary(['components'])
ajv.addSchema(root)
const check = (schema, value, what) => {
  const moved = JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/components', '"plumb#/components'))
  const judge = ajv.compile(moved)
  assert.ok(judge(value), `${what}: ${(judge.errors ?? []).slice(0, 12).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`).join('; ')}`)
}

const folder = mkdtempSync(join(tmpdir(), 'plumb-openapi-'))
let server
try {
  // The router's table and the description are one.
  const table = readFileSync(join(top, 'sync-server/http/router.cpp'), 'utf8')
  const routes = [...table.matchAll(/\{Method::(\w+), "(\/(?:v1|log)\/[^"]*)", Access::(\w+)/g)].map(([, method, path, access]) => `${method === 'remove' ? 'delete' : method} ${path.replace(/\*\*$/, '*')} ${access}`)
  const told = operations.map(({ method, path, security }) => `${method} ${path.replaceAll(/\{\w+\}/g, '*')} ${security ? 'open' : 'token'}`)
  assert.ok(routes.length > 40, 'the table was read')
  assert.deepEqual([...told].sort(), [...routes].sort())
  assert.equal(operationOf.size, operations.length, 'every call has a name of its own')
  for (const { path, operationId, parameters, responses } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    assert.deepEqual(parameters.filter((one) => one.in === 'path').map((one) => one.name).sort(), named.sort(), operationId)
    assert.ok(responses.default?.content['application/problem+json'], `${operationId} says how it fails`)
  }
  for (const [, name] of JSON.stringify(described).matchAll(/#\/components\/schemas\/(\w+)/g)) assert.ok(described.components.schemas[name], name)
  fact(`${operations.length} calls, as the router has them`)

  const home = join(folder, 'province')
  const port = await freePort()
  const done = run('sample-province', ['--sites', '12', '--seed', '7', '--home', home, '--url', `https://127.0.0.1:${port}`])
  assert.equal(done.code, 0, done.err)
  const province = JSON.parse(readFileSync(join(home, 'province.json'), 'utf8'))
  server = new Server(home, port)
  await server.start()
  const [caller, nobody] = [new LineAuthor(server.url), new LineAuthor(server.url)]
  await caller.enrol(province.enrol.administrator)

  // Makes the call, holds the answer against its description, and gives it.
  const called = new Set()
  async function ask(operationId, { path = {}, query = {}, by = caller, status = 200, body } = {}) {
    const operation = operationOf.get(operationId)
    assert.ok(operation, operationId)
    const where = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]).replaceAll('%2F', '/'))
    const known = operation.parameters.filter((one) => one.in === 'query').map((one) => one.name)
    for (const name of Object.keys(query)) assert.ok(known.includes(name), `${operationId} describes no "${name}"`)
    const asked = Object.keys(query).length ? `?${new URLSearchParams(query)}` : ''
    const kind = Object.keys(operation.requestBody?.content ?? {})[0]
    const answer = await by.call(operation.method.toUpperCase(), where + asked, body && { body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'Content-Type': kind } })
    const what = `${operation.method} ${where}${asked}`
    assert.equal(answer.status, status, `${what}: ${answer.text.slice(0, 300)}`)
    const description = operation.responses[status] ?? operation.responses.default
    const type = (answer.headers['content-type'] ?? '').split(';')[0]
    const content = description.content?.[type] ?? description.content?.['*/*']
    assert.ok(content ?? !description.content, `${what} answers with ${type}`)
    for (const name of Object.keys(description.headers ?? {}))
      if (name !== 'Plumb-More') assert.ok(answer.headers[name.toLowerCase()] !== undefined, `${what} has no ${name}`)
    const json = type.endsWith('json') ? JSON.parse(answer.text) : answer.text
    if (content?.schema && (type.endsWith('json') || type === 'text/plain')) check(content.schema, json, what)
    if (status < 300) called.add(operationId)
    return json
  }

  const { time, ...me } = await ask('describeServer', { by: nobody })
  assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000)
  assert.equal(me.root, province.root)
  await ask('describeIssuer', { by: nobody })
  await ask('describeUploads', { by: nobody, status: 204 })
  await ask('describeUpload', { by: nobody, status: 204, path: { upload: 'any' } })
  await ask('queryMe')
  await ask('queryChain')
  const chains = await ask('queryChains', { query: { limit: '1000' } })
  await ask('queryChainOf', { path: { kid: chains.items[0].kid } })
  const inspections = await ask('queryInspections', { query: { limit: '200' } })
  const cases = await ask('queryCases', { query: { limit: '200' } })
  assert.ok(inspections.items.length > 0 && cases.items.length > 20)
  for (const { id } of cases.items.slice(0, 40)) await ask('queryRecord', { path: { id } })
  for (const column of ['to_order', 'with_enterprise', 'reported', 'closed']) await ask('queryFindings', { query: { column, today: province.today, limit: '200' } })
  const assessments = await ask('queryAssessments', { query: { limit: '200' } })
  for (const { submitted } of assessments.items.filter((one) => one.submitted).slice(0, 5)) await ask('queryRecord', { path: { id: submitted.id } })
  const rounds = await ask('queryRounds')
  await ask('queryRoundSites', { path: { id: rounds.items[0].id }, query: { today: province.today } })
  const draws = await ask('queryDraws')
  await ask('queryDraw', { path: { id: draws.items[0].id } })
  await ask('queryComplaints', { query: { today: province.today, limit: '200' } })
  const complaints = await ask('queryComplaints', { query: { today: province.today, limit: '5' } })
  await ask('challengeComplaint', { by: nobody })
  await ask('challengeRating', { by: nobody })
  const panels = await ask('queryPanels', { query: { limit: '200' } })
  assert.ok(panels.items.some((one) => one.over) && panels.items.some((one) => !one.over), 'the province has panels that are over, and that wait')
  await ask('queryPanelRule', { query: { of: panels.items[0].of } })
  await ask('describeComplainedOf', { by: nobody, query: { kind: 'site', key: inspections.items[0].site } })
  for (const name of ['queryChecks', 'queryPlans', 'queryTasks']) await ask(name, { query: { limit: '200' } })
  await ask('queryPublished', { query: { state: 'pending', today: province.today, limit: '200' } })
  const programmes = await ask('listPublicProgrammes', { by: nobody })
  assert.ok(programmes.items.length > 0, 'the province publishes')
  const published = []
  for (const { id } of programmes.items) published.push(...(await ask('listPublicPublications', { by: nobody, query: { programme: id } })).items)
  for (const state of ['published', 'withdrawn']) {
    const one = published.find((entry) => entry.state === state)
    if (one) await ask('showPublicPublication', { by: nobody, path: { inspection: one.inspection } })
  }
  const archive = await ask('queryArchive', { query: { today: province.today, limit: '200' } })
  assert.ok(archive.items.length > 0, 'the province files cases away')
  await ask('queryDisposals', { query: { limit: '200' } })
  await ask('queryReferrals', { query: { limit: '200', open: '1' } })
  await ask('describeOgc')
  await ask('describeOgcConformance')
  const { collections } = await ask('listOgcCollections')
  await ask('describeOgcCollection', { path: { collection: collections[0].id } })
  const { features } = await ask('listOgcItems', { path: { collection: 'sites' }, query: { limit: '5', region: '62', bbox: '89,31,110,43' } })
  await ask('showOgcItem', { path: { collection: 'sites', site: features[0].id } })
  await ask('describeOData')
  await ask('showODataMetadata')
  const registered = await caller.call('POST', '/v1/hooks', { body: JSON.stringify({ name: '平台', url: 'https://hooks.example.org/plumb', region: '62', types: ['review.accepted'] }), headers: { 'Content-Type': 'application/json' } })
  assert.equal(registered.status, 201, registered.text)
  check(operationOf.get('addHook').responses[201].content['application/json'].schema, JSON.parse(registered.text), 'addHook')
  const hook = JSON.parse(registered.text).hook.id
  await ask('listHooks')
  await ask('showHook', { path: { hook } })
  const stopped = await caller.call('POST', `/v1/hooks/${hook}`, { body: '{"act":"stop"}', headers: { 'Content-Type': 'application/json' } })
  check(operationOf.get('changeHook').responses[200].content['application/json'].schema, JSON.parse(stopped.text), 'changeHook')
  for (const set of ['Sites', 'Inspections', 'Cases', 'Findings', `Sites('${features[0].id}')`]) await ask('queryOData', { path: { set } })
  await ask('queryOData', { path: { set: 'Findings' }, query: { $count: 'true', $orderby: 'LogIndex desc', $top: '3' } })
  await ask('countODataSet', { path: { set: 'Findings' }, query: { $filter: "Column eq 'to_order'" } })
  const year = province.today.slice(0, 4)
  const statistics = await ask('queryStatistics', { query: { year, today: province.today } })
  assert.equal(statistics.withheld, null)
  await ask('queryStatisticRecords', { query: { year } })
  const ratings = await ask('queryRatings', { query: { year } })
  assert.ok(ratings.total.ratings >= ratings.least, 'enterprises of the province rate')
  await ask('queryRatingTexts', { query: { limit: '5' } })
  await ask('queryVisits', { query: { year, sites: inspections.items[0].site } })
  await ask('queryInspectors', { query: { region: '620321' } })
  await ask('queryReviewers', { query: { region: '620321' } })
  await ask('queryPrevious', { path: { id: inspections.items[0].id } })
  await ask('getSavedViews')
  await ask('queryReviews', { query: { limit: '200' } })
  for (const list of ['inspections', 'sites', 'findings', 'assessments', 'checks', 'tasks', 'plans', 'complaints', 'feedback', 'rounds']) await ask('exportList', { path: { list } })
  await ask('exportList', { path: { list: 'publications' }, query: { state: 'pending', today: province.today } })
  await ask('exportList', { path: { list: 'checks.csv' }, query: { state: 'approved', lang: 'zh' } })
  await ask('queryFeedback', { query: { limit: '200' } })
  await ask('queryFeedbackCounts', { query: { class: 'waiting' } })
  for (const ending of ['csv', 'xlsx', 'geojson']) await ask('exportList', { path: { list: `inspections.${ending}` }, query: { zone: 'Asia/Shanghai', lang: 'zh' } })
  await ask('getPaper', { path: { id: inspections.items[0].id, paper: 'inspection_record.pdf' }, query: { language: 'en' } })
  const fingerprint = inspections.items[0].hash.slice(0, 32)
  await ask('verifyPublicly', { by: nobody, path: { fingerprint } })
  await ask('showCredential', { by: nobody, path: { kid: cases.items[0].standing.kid } })
  const { checkpoint } = await ask('getCheckpoint', { query: { have: '5' } })
  const size = checkpoint.split('\n')[1]
  await ask('proveInclusion', { query: { index: '3', size } })
  await ask('proveConsistency', { query: { from: '3', to: size } })
  await ask('pullRecords', { query: { after: '0', limit: '5', have: '3' } })
  await ask('getLogCheckpoint', { by: nobody })
  await ask('getTile', { by: nobody, path: { tile: '0/000' } })
  await ask('getTile', { by: nobody, path: { tile: '0/x000/001' }, status: 404 })
  await ask('getEntries', { path: { tile: '000.p/5' } })
  for (const name of ['pullTrust', 'pullSites', 'pullCalendar', 'pullRegisters', 'pullRetentions', 'pullProgrammes', 'pullProposals', 'pullFeedback']) await ask(name, { query: { after: '0', size, limit: '5' } })
  await ask('pullAbout', { query: { of: [panels.items[0].id, ...complaints.items.slice(0, 1).map((one) => one.id)].join(','), after: '0', size, limit: '50' } })
  await ask('pullRecoveries')
  await ask('pullPlaces', { query: { after: '0' } })
  const nonce = 'A'.repeat(22)
  for (const more of [{}, { files: ['0'.repeat(64)] }, { have: 3, after: 0, places: 0, held: 'AAAAAA' }]) await ask('giveReceipt', { body: { nonce, ...more } })
  await ask('giveReceipt', { body: { nonce, have: -1 }, status: 400 })
  const text = 'what was seen'
  const named = (hash) => `${hash} ${text.length} text/plain\n${text}`
  await ask('takeSmallFiles', { body: named(createHash('sha256').update(text).digest('hex')) + named('0'.repeat(64)) })
  await ask('takeSmallFiles', { body: `${text}\n`, status: 400 })
  fact(`${called.size} calls answer as they are described`)

  // What reads and was not asked, and why.
  const asked = new Set(called)
  const unasked = operations.filter(({ method, operationId }) => method === 'get' && !asked.has(operationId)).map((one) => one.operationId)
  assert.deepEqual(unasked.sort(), ['getFile', 'verifyPaperPublicly'], 'files are fetched below; no paper of the province was issued')
  const { line } = await ask('queryRecord', { path: { id: inspections.items[0].id } })
  const { files } = JSON.parse(line.slice(line.indexOf('{')))
  await ask('getFile', { path: { sha256: files[0].sha256 } })
  await ask('verifyPaperPublicly', { by: nobody, path: { sha256: '0'.repeat(64) }, status: 404 })

  // A choice is taken, what is none of it is refused; no page is larger than its description says.
  const [today, sites] = [province.today, inspections.items[0].site]
  const needs = {
    queryComplaints: { today },
    queryFindings: { column: 'closed' },
    queryArchive: { today },
    queryInspectors: { region: '62' },
    queryReviewers: { region: '62' },
    queryPublished: { state: 'pending', today },
    queryStatistics: { year, today },
    queryStatisticRecords: { year },
    queryRatings: { year },
    queryPanelRule: { of: panels.items[0].of },
    queryVisits: { year, sites },
  }
  let choices = 0
  for (const { operationId, method, parameters, path } of operations) {
    if (method !== 'get' || path.includes('{') || !path.startsWith('/v1/query/')) continue
    const needed = needs[operationId] ?? {}
    for (const { name, schema } of parameters.filter((one) => one.in === 'query')) {
      for (const value of schema.enum ?? []) await ask(operationId, { query: { ...needed, [name]: value } })
      if (schema.enum) await ask(operationId, { query: { ...needed, [name]: 'nonsense' }, status: 400 })
      if (name === 'limit') {
        await ask(operationId, { query: { ...needed, limit: String(schema.maximum) } })
        for (const value of [0, 'x']) await ask(operationId, { query: { ...needed, limit: String(value) }, status: 400 })
      }
      ++choices
    }
  }
  fact(`${choices} parameters take what is described and refuse what is not`)

  for (const { operationId, method, path, security } of operations) {
    if (security) continue
    const answer = await nobody.call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '0'))
    assert.equal(answer.status, 401, operationId)
    if (method !== 'head') check(described.components.schemas.Problem, JSON.parse(answer.text), operationId)
  }
  fact('without a token nothing is answered that is described to need one')

  const served = await nobody.call('GET', '/openapi.json')
  assert.equal(served.status, 200)
  assert.match(served.headers['content-type'], /^application\/json/)
  assert.deepEqual(JSON.parse(served.text), described, 'the server hands out the description')
  console.log('1 passed, 0 failed')
} finally {
  await server?.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
