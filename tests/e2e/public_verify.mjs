// The public page, as somebody meets it who holds a paper: the QR code is read off the printed PDF by a foreign program
// and opened in real Chromium on a telephone's screen, at the real server; then the server lies in every way it can.
//
//   node tests/e2e/public_verify.mjs [--shots DIR]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'

const shots = process.argv.includes('--shots') ? process.argv[process.argv.indexOf('--shots') + 1] : null
if (shots) mkdirSync(shots, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-public-'))
const server = new Server(folder, await freePort())
server.more = ['--office', '示例市市场监督管理局', '--contact', '0935-0000000', '--open-rate', '1000']
const fact = (text) => console.log(`public page: ${text}`)
const kPhone = { width: 412, height: 915 }
let page

const qrOf = (pdf) => {
  const picture = join(folder, 'page')
  execFileSync('pdftoppm', ['-r', '200', '-png', '-f', '1', '-l', '1', '-singlefile', pdf, picture])
  return execFileSync('zbarimg', ['--raw', '-q', '-Sdisable', '-Sqrcode.enable', `${picture}.png`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
const at = (name) => page.at(name)
const open = async (address) => {
  // A fragment alone would not load the page anew.
  await page.page.goto('about:blank')
  await page.page.goto(address)
}
const settled = async () => {
  await page.page.waitForFunction(() => document.querySelector('[data-test=band]:not([data-state=working])'))
  return { state: await at('band').getAttribute('data-state'), text: await page.page.locator('#page').innerText() }
}
const look = async (name) => shots && (await page.page.screenshot({ path: join(shots, `${name}.png`), fullPage: true }))

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const home = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const photos = photoItems.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `p${n}.png`), 'label', n, 640, 480)}`])
  const inspect = () => plumb('inspect', ...home('inspector'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', writeJson(join(folder, 'answers.json'), found), ...photos, '--party', '陪同人').id
  const print = (id, ...more) => {
    const out = join(folder, 'paper.pdf')
    plumb('print', ...home('inspector'), '--record', id, '-o', out, ...more)
    return qrOf(out)
  }
  const inspection = inspect()
  const early = print(inspection)
  page = await ConsolePage.open(server.url, kPhone)
  const asked = []
  page.page.on('request', (r) => asked.push(r.url()))

  // Signed, printed in the field, and not yet sent.
  await open(early)
  let seen = await settled()
  assert.equal(seen.state, 'absent')
  assert.match(seen.text, /还没有进日志[\s\S]*0935-0000000/)
  await look('absent-zh')
  people.sync('inspector')

  // The same paper, the same code.
  const address = print(inspection)
  assert.equal(address, early, 'the code does not depend on where the record is')
  const [, digits] = /\/verify\/([0-9a-f]{32})#[\w-]{22}\.[\w-]{22}$/.exec(address)
  assert.ok(address.startsWith(`${server.url}/verify/`))
  await open(address)
  seen = await settled()
  assert.equal(seen.state, 'genuine', seen.text)
  for (const words of ['示例市市场监督管理局', '这份记录是真实的', '由您的手机刚刚算出', '签名的钥匙，就是纸上二维码里的那一把', `照片 ${photoItems.length} 张`, '没有改正、撤销或延期']) assert.ok(seen.text.includes(words), `${words}: ${seen.text}`)
  assert.equal((await at('fingerprint').innerText()).replace(/\s/g, ''), digits)
  for (const secret of ['检查员甲', '陪同人', '永昌', '金昌']) assert.ok(!(await page.page.content()).includes(secret), `${secret} is nobody's business`)
  const answer = JSON.parse(await (await page.context.request.get(`${server.url}/v1/public/records/${digits}`)).text())
  for (const secret of ['检查员甲', '陪同人', '永昌', 'yongchang', '620321', 'points', inspection]) assert.ok(!JSON.stringify(answer).includes(secret), `the answer keeps ${secret} to itself`)
  await look('genuine-zh')
  await at('language').click()
  seen = await settled()
  assert.match(seen.text, /This record is genuine[\s\S]*Computed on your phone just now/)
  await look('genuine-en')
  fact('the code on the printed paper opens a page that says genuine, in Chinese and English, and no name')

  assert.deepEqual(asked.filter((url) => !url.startsWith(`${server.url}/`) && url !== 'about:blank'), [], 'nobody else is asked')
  const kept = await page.page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])
  assert.deepEqual(kept, ['', 0, 0, 0])
  assert.deepEqual(page.errors.filter((e) => !e.includes('404')), [], 'nothing breaks the policy of the page')
  fact('it asks this server alone, and stores nothing')

  // Typed by hand, as hands type it.
  await open(`${server.url}/verify/`)
  await look('typing-zh')
  await at('typed').fill(digits.toUpperCase().replace(/0/g, 'O').replace(/1/g, 'l').replace(/(.{4})/g, '$1 '))
  await at('check').click()
  seen = await settled()
  assert.equal(seen.state, 'genuine')
  assert.match(seen.text, /日志里有这份记录[\s\S]*指纹是手输的[\s\S]*钥匙来自本网站/)
  assert.ok(!seen.text.includes('这份记录是真实的'), 'what was not computed is not said')
  await look('typed-zh')
  fact('a fingerprint that was typed is found, and the page says what it then cannot compute')

  // A server that lies: one thing each time, everything else as it was.
  const flip = (text, where = 0) => {
    const bytes = Buffer.from(text, 'base64')
    bytes[where] ^= 1
    return bytes.toString('base64')
  }
  const other = inspect()
  people.sync('inspector')
  const otherDigits = /verify\/([0-9a-f]{32})/.exec(print(other))[1]
  const before = (await (await page.context.request.get(`${server.url}/v1/public/records/${digits}`)).json())
  const otherAnswer = await (await page.context.request.get(`${server.url}/v1/public/records/${otherDigits}`)).json()
  const changeNote = (note) => note.replace(/\n(\d+)\n/, (_, n) => `\n${Number(n) + 1}\n`)
  assert.ok(before.first.inclusion.length > 0 && before.newest.consistency.length > 0)
  const lies = {
    'the proof': [(a) => (a.first.inclusion[0] = flip(a.first.inclusion[0])), '证明不成立'],
    'the index': [(a) => (a.index -= 1), '证明不成立'],
    'the hash': [(a) => (a.hash = (a.hash[0] === '0' ? '1' : '0') + a.hash.slice(1)), '不是这个指纹的条目'],
    'the leaf': [(a) => (a.leaf = flip(a.leaf)), '不是同一条'],
    'the first checkpoint': [(a) => (a.first.checkpoint = changeNote(a.first.checkpoint)), '日志的签名不成立'],
    'the newest checkpoint': [(a) => (a.newest.checkpoint = changeNote(a.newest.checkpoint)), '日志的签名不成立'],
    'the consistency': [(a) => (a.newest.consistency[0] = flip(a.newest.consistency[0])), '日志前后不一致'],
    'the key': [(a) => (a.log_key = 'example.invalid/log+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'), '不是同一把'],
    'another genuine record': [(a) => Object.assign(a, otherAnswer, { hash: a.hash }), '不是同一条'],
    'an answer of no shape': [(a) => (a.first = 'x'), '读不懂'],
  }
  for (const [name, [lie, sentence]] of Object.entries(lies)) {
    await page.page.route('**/v1/public/records/*', async (route) => {
      const told = structuredClone(before)
      lie(told)
      await route.fulfill({ json: told })
    })
    await open(address)
    seen = await settled()
    assert.equal(seen.state, 'mismatch', `${name}: ${seen.text}`)
    assert.ok(seen.text.includes(sentence), `${name}: ${seen.text}`)
    assert.ok(seen.text.includes('不要凭这张纸办事'))
    await page.page.unroute('**/v1/public/records/*')
  }
  await look('mismatch-zh')
  await open(`${address.slice(0, -3)}`)
  assert.equal((await settled()).state, 'mismatch', 'a code that was cut')
  fact(`a server that lies about ${Object.keys(lies).join(', ')} does not match`)

  // No network, then again.
  await page.page.route('**/v1/public/**', (route) => route.abort())
  await open(address)
  assert.equal((await settled()).state, 'offline')
  await look('offline-zh')
  await page.page.unroute('**/v1/public/**')
  await at('retry').click()
  await page.page.locator('[data-test=band][data-state=genuine]').waitFor()
  fact('without a network it says so, and goes on when there is one')

  // What is no fingerprint is told with a sentence, and never run.
  const hostile = [
    ['9f3a', '32 位，这里只有 4 位'],
    [`${digits}0`, '这里有 33 位'],
    ['<img src=x onerror=alert(1)>', '不是指纹里的字'],
    ['٠'.repeat(32), '「٠」不是指纹里的字'],
    ['a'.repeat(5000), '这里有'],
    ['', '请输入指纹'],
  ]
  let dialogs = 0
  page.page.on('dialog', (d) => (++dialogs, d.dismiss()))
  await open(`${server.url}/verify/`)
  for (const [text, sentence] of hostile) {
    await at('typed').fill(text)
    await at('check').click()
    await page.page.waitForFunction((s) => document.querySelector('[data-test=fault]')?.textContent.includes(s), sentence)
  }
  await look('fault-zh')
  await open(`${server.url}/verify/${encodeURIComponent('<script>alert(1)</script>')}`)
  await page.page.waitForFunction(() => document.querySelector('[data-test=fault]'))
  assert.equal(dialogs, 0)
  await open(`${server.url}/verify/${'0'.repeat(32)}`)
  assert.equal((await settled()).state, 'absent')
  fact('what is no fingerprint gets a sentence')

  // Corrected since: the old paper is still genuine, and says that it is not the newest.
  plumb('amend', ...home('inspector'), '--record', inspection, '--reason', '更正', '--answers', writeJson(join(folder, 'none.json'), {}))
  people.sync('inspector')
  await open(address)
  seen = await settled()
  assert.equal(seen.state, 'genuine')
  const newest = print(inspection)
  assert.match(seen.text, /改正过，手里的不是最新的一份/)
  assert.equal((await page.page.locator('[data-test=since] a').innerText()).replace(/\s/g, ''), /verify\/([0-9a-f]{32})/.exec(newest)[1])
  await look('amended-zh')
  await open(newest)
  seen = await settled()
  assert.equal(seen.state, 'genuine')
  assert.match(seen.text, /到现在为止，没有改正/)
  fact('a record that was corrected says so, and names the newest')
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
