// A complaint from a telephone without an account to its answer: the public page in Chromium at the real server over TLS
// (proof of work in a worker, a photo, the code), taken up in the console, turned into a task, answered there, and read
// by the code; and whoever is complained of, her colleagues and the enterprise find nothing in console and feed. Then
// the server without work, with used work, with a photo that is none, with too much. And visits that are rated at the
// public page by their codes, told from ten on and read above.
//
//   node tests/e2e/console_complaints.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-complaints-'))
const server = new Server(folder, await freePort())
server.more = ['--office', '示例市市场监督管理局', '--contact', '0935-0000000', '--open-rate', '1000']
const step = (text) => console.log(`console_complaints: ${text}`)
const kPhone = { width: 412, height: 915 }
const kSecret = '检查员收了礼品，废膜没有人管'
let pages = []
const picture = async (page, name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: true })
const open = async (url, size) => {
  const page = await ConsolePage.open(url, size)
  pages.push(page)
  return page
}

// As the page does it, for calls that the page would not make.
const sha = (text) => createHash('sha256').update(text).digest()
const zeroBits = (hash) => {
  const at = hash.findIndex((byte) => byte !== 0)
  return at < 0 ? 256 : at * 8 + Math.clz32(hash[at]) - 24
}
const stranger = new LineAuthor(`${server.url}`)
async function solve(body, of = 'complaints') {
  const { challenge, bits } = JSON.parse((await stranger.call('GET', `/v1/public/${of}/challenge`)).text)
  for (let n = 0; ; ++n) if (zeroBits(sha(`plumb-work-v1.${challenge}.${sha(body).toString('hex')}.${n}`)) >= bits) return `${challenge}:${n}`
}
const post = (body, work) => stranger.call('POST', '/v1/public/complaints', { body, headers: { 'Plumb-Work': work, 'Content-Type': 'application/json' } })

try {
  const { enrol } = server.init()
  server.openIntake()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('accused', people.invite('检查员甲', 'inspector', '--region', '620321'))
  people.enrol('colleague', people.invite('审核员县', 'supervisor', '--region', '620321'))
  for (const name of ['accused', 'colleague']) people.sync(name)

  // The complaint, on a telephone, by keyboard.
  const phone = await open(server.url, kPhone)
  await phone.page.goto(`${server.url}/complain`)
  await phone.at('send').waitFor()
  await picture(phone, 'form-empty-zh')
  await phone.at('send').click()
  await phone.page.getByText('请选择所在地。').waitFor()
  await phone.page.getByText('请写发生了什么。').waitFor()
  await phone.at('kind-office').check()
  await phone.at('province').selectOption('620000')
  await phone.at('region').selectOption('620321')
  await phone.at('text').fill(kSecret)
  await phone.at('contact').fill('13912345678')
  await phone.at('photo').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') })
  await phone.page.getByText('这个文件不是能读的照片。').waitFor()
  await phone.at('photo').setInputFiles(writePhoto(join(folder, 'photo.png'), 'label', 1, 2400, 1600))
  await phone.at('remove-photo').waitFor()
  await picture(phone, 'form-zh')
  await phone.at('language').click()
  assert.equal(await phone.at('text').inputValue(), kSecret, 'nothing typed is lost')
  await picture(phone, 'form-en')
  await phone.at('language').click()
  await phone.at('text').press('Tab')
  await phone.at('send').focus()
  await phone.page.keyboard.press('Enter')
  const code = (await phone.at('code').innerText()).trim()
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  await picture(phone, 'done-zh')
  await phone.at('look-now').click()
  await phone.page.locator('[data-test=told][data-state=received]').waitFor()
  assert.match(await phone.at('due').innerText(), /^\d{4}-\d\d-\d\d$/)
  await picture(phone, 'told-received-zh')
  assert.deepEqual(phone.errors, [])
  assert.deepEqual(await phone.context.cookies(), [], 'no cookie')
  assert.equal(await phone.page.evaluate(() => localStorage.length + sessionStorage.length), 0)
  step('complained from a telephone, with a photo, and holds a code')

  // Taken up in the office above.
  const office = await open(server.url)
  await office.enrol(people.invite('审核员市', 'supervisor', '--region', '6203', '--suite', 'ES256'))
  await office.page.goto(`${server.url}/#/complaints`)
  const card = office.page.locator('[data-test=complaint]')
  await card.waitFor()
  assert.match(await office.at('complaint-said').innerText(), new RegExp(kSecret))
  assert.match(await office.at('complaint-vouched').innerText(), /不证明是谁写的/)
  await office.at('show-photo').click()
  await office.at('complaint-photo').waitFor()
  await picture(office, 'console-received')
  await office.at('accept-complaint').click()
  await office.at('complaint-class').selectOption('conduct')
  await picture(office, 'console-accept')
  await office.at('sign-answer').click()
  await office.page.locator('[data-test=complaint][data-state=accepted]').waitFor()

  // A task, which says nothing of it.
  const due = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  people.enrol('other', people.invite('检查员乙', 'inspector', '--region', '6203'))
  for (const name of ['other', 'admin']) people.sync(name)
  const { task } = plumb('task', 'assign', '--home', people.home('admin'), '--site', 'yongchang-veg', '--checklist', '6a', '--team', people.persons.get('检查员乙'), '--due', due, '--kind', 'individual', '--instructions', '核查废膜堆放')
  people.sync('admin')
  await office.at('task-complaint').click()
  await office.choose('complaint-task', task)
  await office.at('sign-answer').click()
  await office.at('complaint-tasked').waitFor()
  await office.at('answer-open').click()
  await office.at('complaint-outcome').selectOption('founded')
  await office.at('complaint-text').fill('已立案处理，废膜已清运。')
  await office.at('sign-answer').click()
  await office.page.locator('[data-test=complaint][data-state=answered]').waitFor()
  await office.page.locator('[data-test=complaint-judged][data-judged=ok]').waitFor()
  await picture(office, 'console-answered')
  await office.page.getByRole('button', { name: 'English' }).click().catch(() => {})
  await picture(office, 'console-answered-en')
  assert.deepEqual(office.errors, [])
  step('taken up, turned into a task, answered')

  // By the code, and by nobody's guess.
  await phone.page.goto('about:blank')
  await phone.page.goto(`${server.url}/complain#code`)
  await phone.at('typed-code').fill('0000 0000 0000 0000 0000')
  await phone.at('look').click()
  await phone.page.getByText('没有这个查询码').waitFor()
  await picture(phone, 'code-unknown-zh')
  await phone.at('typed-code').fill(code.toLowerCase().replaceAll('-', ' '))
  await phone.page.keyboard.press('Enter')
  await phone.page.locator('[data-test=told][data-state=answered]').waitFor()
  assert.equal(await phone.at('answer').innerText(), '已立案处理，废膜已清运。')
  await picture(phone, 'told-answered-zh')
  step('the answer is read by the code')

  // Whoever is complained of finds nothing.
  for (const name of ['accused', 'colleague', 'other', 'admin']) {
    people.sync(name)
    for (const type of ['received', 'classified', 'tasked', 'answered']) assert.equal(people.list(name, `complaint.${type}`).records.length, 0, `${name} holds no complaint.${type}`)
    assert.ok(!JSON.stringify(people.show(name, name === 'other' ? task : people.list(name, 'site.published').records[0].id)).includes(kSecret))
  }
  const county = await open(server.url)
  await county.enrol(people.invite('审核员县二', 'supervisor', '--region', '620321', '--suite', 'ES256'))
  await county.page.goto(`${server.url}/#/complaints`)
  await county.at('no-complaints').waitFor()
  assert.ok(!(await county.page.content()).includes(kSecret))
  step('the office that is complained of finds nothing')

  // By hand, for the same office: it is not hers to take.
  await county.at('take-complaint').click()
  await county.at('hand-kind').selectOption('office')
  await county.choose('hand-region', '620321')
  await county.page.getByText('您不在这个机关').waitFor()
  await county.at('hand-kind').selectOption('other')
  await county.at('hand-text').fill('来电反映路边堆放')
  await picture(county, 'console-hand')
  // However hastily it is pressed, it is one complaint, and nothing of it is left to be signed again.
  await county.at('hand-dialog').locator('form').evaluate((form) => (form.requestSubmit(), form.requestSubmit()))
  const told = (await county.at('hand-code').innerText()).trim()
  await county.at('hand-close').click()
  await county.page.locator('[data-test=complaint][data-state=received]').waitFor()
  await county.at('take-complaint').click()
  assert.equal(await county.at('hand-text').inputValue(), '')
  await county.page.keyboard.press('Escape')
  await county.at('hand-dialog').waitFor({ state: 'detached' })
  assert.equal(await county.at('complaint').count(), 1)
  await phone.at('to-code').click()
  await phone.at('typed-code').fill(told)
  await phone.at('look').click()
  await phone.page.locator('[data-test=told][data-state=received]').waitFor()
  assert.deepEqual(county.errors, [])
  step('one is taken down by hand, and its code holds')

  // What is not taken.
  const body = JSON.stringify({ about: 'other', key: '620321', text: '<script>alert(1)</script>' })
  const work = await solve(body)
  const said = async (answer) => JSON.parse((await answer).text).code
  assert.equal(await said(post(body, 'AAAA:1')), 'work_unknown')
  assert.equal(await said(post(body.replace('alert', 'other'), work)), 'work_short')
  assert.equal((await post(body, work)).status, 201)
  assert.equal(await said(post(body, work)), 'work_used')
  const lie = JSON.stringify({ about: 'other', key: '620321', text: 'x', photos: [readFileSync(join(top, 'tests/e2e/console_complaints.mjs')).toString('base64')] })
  assert.equal(await said(post(lie, await solve(lie))), 'no_image')
  assert.equal((await post(' '.repeat(3_000_000), work)).status, 413)
  let taken = 0
  for (let i = 0; i < 8; ++i) taken += (await post(body, await solve(body))).status === 201 ? 1 : 0
  assert.ok(taken < 5, 'a flood from one address stops')
  await county.page.reload()
  await county.page.getByText('<script>alert(1)</script>').first().waitFor()
  step('used and missing work, a lie of a photo, too much, and a flood are refused; script is text')
  // A visit, rated on a telephone by the code that it left.
  const photo = writePhoto(join(folder, 'evidence.png'), 'label', 1, 160, 120)
  const { answers, na, notes } = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), 'utf8'))
  const visit = plumb('inspect', '--home', people.home('accused'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', writeJson(join(folder, 'pass.json'), { answers, na, notes }), ...[...photoItems, '4', '11', '12'].flatMap((item) => ['--file', `${item}=${photo}`]), '--refused', '有异议', '--witness', '见证人').id
  const { address } = plumb('visit-code', '--home', people.home('accused'), visit)
  assert.match(address, new RegExp(`^${server.url}/rate#([0-9A-Z]{4}-){4}[0-9A-Z]{4}$`))
  assert.equal(run('plumb', ['visit-code', '--home', people.home('colleague'), visit]).code, 1, 'another device shows no code')
  await phone.page.goto('about:blank')
  await phone.page.goto(address)
  await phone.page.getByText('还没有这次检查的记录').waitFor()
  await picture(phone, 'rate-unknown-zh')
  people.sync('accused')
  await phone.at('look').click()
  await phone.at('question-fair').waitFor()
  await picture(phone, 'rate-zh')
  await phone.at('send').click()
  await phone.page.getByText('五项都请选一档。').waitFor()
  for (const question of ['identified', 'fair', 'courteous', 'helpful', 'light']) await phone.at(`${question}-4`).check()
  await phone.at('fair-2').check()
  const kSaid = '来之前没有打招呼'
  await phone.at('text').fill(kSaid)
  await phone.at('language').click()
  assert.equal(await phone.at('fair-2').isChecked(), true, 'nothing chosen is lost')
  await picture(phone, 'rate-en')
  await phone.at('language').click()
  await phone.page.setViewportSize({ width: 1280, height: 900 })
  await picture(phone, 'rate-wide-zh')
  await phone.page.setViewportSize(kPhone)
  await phone.at('send').click()
  await phone.at('done').waitFor()
  await picture(phone, 'rate-done-zh')
  assert.ok(!phone.page.url().includes('#'), 'no code stays in the address')
  assert.deepEqual(phone.errors.filter((text) => !text.includes('404')), [])
  assert.deepEqual(await phone.context.cookies(), [])
  await phone.page.goto('about:blank')
  await phone.page.goto(address)
  await phone.at('used').waitFor()
  assert.match(await phone.at('complain').getAttribute('href'), /^\/complain#p=/)
  await picture(phone, 'rate-used-zh')
  step('a visit is rated on a telephone by its code, once')

  // Nine more: only then is anything told, and what was written above alone.
  const inspector = new LineAuthor(server.url)
  await inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '620321'), '另一台')
  const [line] = JSON.parse((await inspector.call('GET', `/v1/query/records/${visit}`)).text).versions.map((one) => one.line)
  const { body: filled, files: names, site, region } = JSON.parse(line.slice(line.indexOf('{')))
  const rate = async (code, mark, text) => {
    const answers = Object.fromEntries(['identified', 'fair', 'courteous', 'helpful', 'light'].map((q) => [q, mark]))
    const body = JSON.stringify({ code, answers, ...(text && { text }) })
    return stranger.call('POST', '/v1/public/ratings', { body, headers: { 'Plumb-Work': await solve(body, 'ratings'), 'Content-Type': 'application/json' } })
  }
  const statistics = async (page) => {
    await page.page.goto('about:blank')
    await page.page.goto(`${server.url}/#/statistics`)
    await page.at('ratings').waitFor()
    return page.at('ratings')
  }
  for (let i = 0; i < 9; ++i) {
    const code = `0000-0000-0000-0000-000${i}`
    const rated = { ...filled, rating: { salt: String(i).repeat(32), code: sha(`plumb-visit-v1.${code}`).toString('hex') } }
    const said = await inspector.say('inspection.submitted', { site, region, names }, rated)
    assert.equal(said.status, 'accepted', JSON.stringify(said))
    if (i === 8) {
      const few = await statistics(county)
      await few.locator('[data-test=ratings-few]').waitFor()
      await picture(county, 'ratings-few-zh')
    }
    assert.equal((await rate(code, 5, i === 0 ? '讲得清楚' : '')).status, 201)
    if (i === 0) assert.equal((await rate(code, 1)).status, 409)
  }
  const rated10 = await statistics(county)
  assert.equal((await rated10.locator('[data-test=ratings-count]').innerText()).trim(), '10')
  assert.equal((await rated10.locator('[data-question=fair] [data-test=rating-mean]').innerText()).trim(), '4.70')
  assert.equal(await rated10.locator('[data-test=rating-texts]').count(), 0, 'the office that was rated reads no text')
  assert.ok(!(await county.page.content()).includes(kSaid))
  await rated10.scrollIntoViewIfNeeded()
  await picture(county, 'ratings-zh')
  const above = await statistics(office)
  await above.locator('[data-test=rating-texts]').getByText(kSaid).waitFor()
  await above.scrollIntoViewIfNeeded()
  await picture(office, 'ratings-texts')
  for (const name of ['accused', 'colleague']) {
    people.sync(name)
    assert.equal(people.list(name, 'rating.said').records.length, 0)
  }
  assert.deepEqual([county.errors, office.errors], [[], []])
  step('ten ratings are told together; what was written is read above alone')
  console.log('1 passed, 0 failed')
} finally {
  for (const page of pages) await page.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
