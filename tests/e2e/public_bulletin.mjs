// Results of inspections on the public page, over TLS in Chromium whose scripts are switched off: published, corrected and
// withdrawn by the command line, read at phone width and on paper, in both languages; a stranger proves one with the
// program that the page names, and a changed proof is told. No byte names anybody.
//
//   node tests/e2e/public_bulletin.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { chromium } = createRequire(join(top, 'sync-server', 'console', 'package.json'))('playwright-core')
const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-bulletin-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`public_bulletin: ${text}`)
const kContact = '马国栋'
let browser

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  const site = (n, name) => ({ id: `veg-${n}`, name, code: '93620321MA0000007K', region: '620321', address: '永昌县焦家庄镇楼庄子村', contact: kContact, programme: '农业标准化示范区', point: { lat: 38.2466, lon: 101.9677 } })
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites: [site(1, '永昌县丰乐设施蔬菜农民专业合作社（示例）'), site(2, '永昌县河西堡蔬菜基地（示例）'), site(3, '永昌县朱王堡果蔬合作社（示例）')] }))
  const names = ['检查员甲', '负责人丁']
  people.enrol('inspector', people.invite(names[0], 'inspector', '--region', '62'))
  people.enrol('head', people.invite(names[1], 'supervisor', '--region', '62'))
  for (const name of ['inspector', 'head']) people.sync(name)

  const answers = writeJson(join(folder, 'answers.json'), found)
  const photos = photoItems.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `p${n}.png`), 'label', n, 640, 480)}`])
  const ids = [1, 2, 3].map((n) => plumb('inspect', ...at('inspector'), '--site', `veg-${n}`, '--checklist', '6a', '--answers', answers, ...photos, '--refused', '有异议', '--witness', '村委会见证人').id)
  people.sync('inspector')
  people.sync('head')
  const early = run('plumb', ['publish', 'result', ...at('head'), ids[0], '--json'])
  assert.match(early.out + early.err, /publication_unready/, 'no review has accepted it')
  for (const id of ids) plumb('review', ...at('head'), id, '--accept')
  people.sync('head')
  new SecondReviewer(people).accept(...ids)
  people.sync('head')
  for (const id of ids) plumb('publish', 'result', ...at('head'), id, '--where', '县局网站')
  const personal = run('plumb', ['publish', 'correct', ...at('head'), ids[1], '--reason', '村委会见证人来电 13800001234', '--json'])
  assert.match(personal.out + personal.err, /publication_personal/)
  plumb('publish', 'correct', ...at('head'), ids[1], '--reason', '公示栏目变更')
  plumb('publish', 'withdraw', ...at('head'), ids[2], '--reason', '检查对象名称有误')
  people.sync('head')
  step('accepted, published, corrected, withdrawn; what names somebody is refused')

  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--headless'] })
  const context = await browser.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: false, viewport: { width: 412, height: 860 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const errors = []
  const asked = []
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()))
  page.on('request', (one) => asked.push(one.url()))
  let bytes = ''
  const open = async (path, status = 200) => {
    const answer = await page.goto(server.url + path)
    assert.equal(answer.status(), status, path)
    bytes += (await answer.text()) + JSON.stringify(answer.headers())
    assert.match(answer.headers()['cache-control'], /^public, max-age=/)
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`)
  }
  const picture = async (name) => options.pictures && page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: true })

  for (const [language, words] of [['zh', { home: '检查结果公示', fixed: '已更正', gone: '已撤回' }], ['en', { home: 'Published results of inspections', fixed: 'Corrected', gone: 'Withdrawn' }]]) {
    await open(language === 'zh' ? '/published' : '/published?language=en')
    assert.equal(await page.locator('h1').innerText(), words.home)
    await picture(`programmes-${language}`)
    await page.getByText('农业标准化示范区').click()
    assert.equal(await page.locator('article').count(), 3)
    await open(new URL(page.url()).pathname + new URL(page.url()).search)
    await picture(`programme-${language}`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await picture(`programme-wide-${language}`)
    await page.emulateMedia({ media: 'print' })
    if (options.pictures) await page.pdf({ path: join(options.pictures, `programme-${language}.pdf`), format: 'A4' })
    assert.equal(await page.locator('nav').first().isVisible(), false, 'paper has no links to follow')
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 412, height: 860 })
    const query = language === 'zh' ? '' : '?language=en'
    await open(`/published/${ids[0]}${query}`)
    await picture(`entry-${language}`)
    await open(`/published/${ids[1]}${query}`)
    assert.match(await page.locator('.state').innerText(), new RegExp(words.fixed))
    assert.match(await page.locator('.why').innerText(), /公示栏目变更/)
    await open(`/published/${ids[2]}${query}`, 410)
    assert.match(await page.locator('.state').innerText(), new RegExp(words.gone))
    assert.equal((await page.locator('article').innerText()).includes('93620321MA0000007K'), false, 'its result is nowhere')
    await picture(`withdrawn-${language}`)
    await open('/published/0198d2c4-7a10-7c3e-8f21-0000000000ff' + query, 404)
  }
  assert.deepEqual(errors.filter((text) => !/status of (404|410)/.test(text)), [])
  assert.ok(asked.every((url) => url.startsWith(`${server.url}/published`) || url.endsWith('/favicon.ico')), 'a page asks for nothing else')
  step('read without scripts, on a phone, on paper, in both languages')

  const get = async (path) => {
    const answer = await context.request.get(server.url + path)
    const text = await answer.text()
    bytes += text
    return text
  }
  await get('/v1/public/programmes')
  await get(`/v1/public/publications?programme=${encodeURIComponent('农业标准化示范区')}`)
  const program = join(folder, 'prove_publication.py')
  writeFileSync(program, await get('/prove_publication.py'))
  const prove = (text) => {
    const file = join(folder, 'proof.json')
    writeFileSync(file, text)
    return spawnSync('python3', [program, file], { encoding: 'utf8' })
  }
  for (const id of ids) {
    const proof = await get(`/v1/public/publications/${id}`)
    const done = prove(proof)
    assert.equal(done.status, 0, done.stderr)
    assert.match(done.stdout, /^PROVED: record/)
    bytes += done.stdout
    const changed = prove(proof.replace(/\\"findings\\":(\d+)|检查对象名称有误/g, (all, n) => (n ? all.replace(n, String(Number(n) + 1)) : '检查对象名称无误')))
    assert.equal(changed.status, 1)
    assert.match(changed.stderr, /NOT PROVED/)
    const other = JSON.parse(proof)
    other.proof.state = other.proof.state.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    assert.match(prove(JSON.stringify(other)).stderr, /NOT PROVED/)
  }
  step('proved by a stranger, changed ones refused')

  const kids = [...new Set(JSON.stringify(ids.map((id) => people.show('head', id))).match(/(?<=")[\w-]{43}(?=")/g) ?? [])]
  assert.ok(kids.length > 0)
  for (const told of [...names, ...kids, kContact, '村委会见证人', '焦家庄', '楼庄子', '13800001234', '38.24', '101.96']) assert.equal(bytes.includes(told), false, `${told} is published`)
  assert.ok(bytes.length > 10_000)
  step('nobody is named')
  console.log('1 passed, 0 failed')
} finally {
  await browser?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
