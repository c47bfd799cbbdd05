// What becomes of a case at its end, in Chromium: a failed item goes to enforcement by a paper, and what came back is
// said; a case is filed away, and eleven years later one supervisor proposes that it is disposed of and another approves
// it. Its photo is gone then, from the disk too, and the record says so; who proposed does not approve, and a case whose
// term runs is refused. Time is moved by a shim before the server's clock, which a C compiler makes (skipped without one).
//
//   node tests/e2e/console_archive.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-archive-'))
const step = (text) => console.log(`console_archive: ${text}`)

const shim = join(folder, 'shifted.so')
writeFileSync(
  join(folder, 'shifted.c'),
  `#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static long ahead(void) { const char* said = getenv("SHIFTED_SECONDS"); return said ? atol(said) : 0; }
int clock_gettime(clockid_t id, struct timespec* out) {
    static int (*real)(clockid_t, struct timespec*);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    const int done = real(id, out);
    if (id == CLOCK_REALTIME) out->tv_sec += ahead();
    return done;
}
time_t time(time_t* out) { struct timespec now; clock_gettime(CLOCK_REALTIME, &now); if (out) *out = now.tv_sec; return now.tv_sec; }
int gettimeofday(struct timeval* out, void* zone) { (void)zone; struct timespec now; clock_gettime(CLOCK_REALTIME, &now); out->tv_sec = now.tv_sec; out->tv_usec = now.tv_nsec / 1000; return 0; }
`,
)
if (spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, join(folder, 'shifted.c'), '-ldl']).status !== 0) {
  console.log('console_archive: no C compiler here; skipped')
  rmSync(folder, { recursive: true, force: true })
  process.exit(77)
}

const kAhead = 11 * 366 * 86_400
const server = new Server(folder, await freePort())
const pages = []
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 412, height: 915 } }
// As the page stands, in both sizes.
async function picture(page, name) {
  if (!options.pictures) return
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.page.setViewportSize(viewport)
    await page.page.waitForTimeout(250)
    await page.page.screenshot({ path: join(options.pictures, `${name}-${size}.png`) })
  }
  await page.page.setViewportSize({ width: 1440, height: 900 })
}
const blob = (bytes) => {
  const hash = createHash('sha256').update(bytes).digest('hex')
  return join(server.data, 'blobs', hash.slice(0, 2), hash)
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const photo = (name, seed, large) => writePhoto(join(folder, `${name}.png`), 'label', seed, ...(large ? [1800, 1350] : [640, 480]))
  const inspect = (name, answers, seed, large = false) => {
    const shots = photoItems.map((item, n) => [item, photo(`${name}-${item}`, seed + n, large && n < 2)])
    const files = shots.flatMap(([item, file]) => ['--file', `${item}=${file}`])
    const { id } = plumb('inspect', ...at('inspector'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', writeJson(join(folder, `${name}.json`), answers), ...files, '--refused', '拒绝签字', '--witness', '村委会见证人')
    people.sync('inspector')
    return { id, photo: readFileSync(shots[0][1]) }
  }
  const pass = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), 'utf8'))
  const wanting = inspect('wanting', { answers: found.answers, na: found.na, notes: found.notes }, 1)
  const good = inspect('good', { answers: pass.answers, na: pass.na, notes: pass.notes }, 20, true)

  // Both pages belong to supervisors who were invited while time ran as usual.
  const open = async (name) => {
    const page = await ConsolePage.open(server.url)
    pages.push(page)
    await page.enrol(people.invite(name, 'supervisor', '--region', '62', '--suite', 'ES256'))
    return page
  }
  const zhang = await open('审核员张')
  const li = await open('审核员李')

  // --- a large photo comes small, by the server's word, and is checked once its original is asked for
  const small = (bytes) => {
    const place = join(server.data, 'pictures', createHash('sha256').update(bytes).digest('hex').slice(0, 2))
    return existsSync(place) ? readdirSync(place).filter((name) => name.startsWith(createHash('sha256').update(bytes).digest('hex'))) : []
  }
  assert.ok(good.photo.length > 1024 * 1024)
  const rows = await li.record('queue', good.id)
  const large = li.page.locator('[data-test=photo][data-state=small]')
  await large.first().waitFor()
  assert.equal(await large.count(), 2, 'small pictures stand for the two large photos alone')
  assert.equal(rows.filter((row) => row.state === 'unknown').length, 1, 'nothing else lacks')
  assert.match(await li.page.locator('[data-check=files]').textContent(), /2 张大照片的原图尚未取回/)
  await picture(li, 'record-small')
  await large.first().click()
  await li.at('photo-small').waitFor()
  await li.page.waitForFunction(() => document.querySelector('[data-test=lightbox] img')?.naturalWidth === 1600)
  await picture(li, 'light-small')
  await li.at('fetch-original').click()
  await li.at('photo-checked').waitFor()
  await li.page.waitForFunction(() => document.querySelector('[data-test=lightbox] img')?.naturalWidth === 1800)
  await picture(li, 'light-original')
  await li.at('lightbox-close').click()
  assert.equal(await large.count(), 1)
  await li.at('fetch-originals').click()
  await li.page.locator('[data-check=files][data-state=ok]').waitFor()
  assert.equal(await large.count(), 0)
  assert.ok(small(good.photo).length > 0, 'it is kept for whoever looks next')
  await li.page.goto(`${server.url}/#/board`)
  await li.record('queue', good.id)
  await large.first().waitFor()
  await li.at('accept').click()
  await li.at('confirm-sign').waitFor()
  await li.page.locator('[data-check=files][data-state=ok]').waitFor({ state: 'attached' })
  assert.equal(await large.count(), 0, 'whoever is about to accept has had the originals checked')
  assert.doesNotMatch(await li.at('confirm').textContent(), /小图|SHA-256/)
  await picture(li, 'accept-originals')
  await li.at('cancel-sign').click()
  step('a large photo is seen small, and checked once its original is fetched')

  // --- a failed item and its kind of supervision
  await zhang.page.goto(`${server.url}/#/board/${wanting.id}/2`)
  await zhang.at('refer-finding').click()
  await zhang.at('referral-dialog').waitFor()
  assert.equal(await zhang.at('referral-dialog').getAttribute('data-kind'), 'enforcement')
  assert.ok(await zhang.at('refer-2').isChecked())
  await zhang.at('sign-referral').click()
  assert.equal(await zhang.at('referral-lacks').count(), 2, 'whom and by which paper is asked for')
  await zhang.at('referral-to').fill('永昌县市场监管综合行政执法大队')
  await zhang.at('referral-number').fill('永市监移〔2026〕12号')
  await picture(zhang, 'referral-dialog')
  await zhang.at('sign-referral').click()
  await zhang.page.locator('[data-test=act-done][data-type="finding.referred"][data-proved=true]').waitFor()
  await zhang.page.locator('[data-test=case-referral] [data-state=referred]').waitFor()
  assert.equal(await zhang.at('refer-finding').count(), 0, 'an item is referred once')
  await picture(zhang, 'finding-referred')
  await zhang.at('answer-referral').click()
  await zhang.at('answer-concluded').check()
  await zhang.at('answer-text').fill('已立案，责令停用并罚款')
  await picture(zhang, 'answer-dialog')
  await zhang.at('sign-referral-answer').click()
  await zhang.page.locator('[data-test=case-referral] [data-state=concluded]').waitFor()
  await zhang.page.goto(`${server.url}/#/referrals`)
  await zhang.page.locator('[data-test=referral][data-state=concluded]').waitFor()
  assert.equal(await zhang.page.locator('[data-test=referral-count][data-kind=enforcement]').getAttribute('data-items'), '1')
  assert.equal(await zhang.page.locator('[data-test=referral-count][data-kind=improvement]').getAttribute('data-items'), '0')
  await picture(zhang, 'referrals')
  step('a failed mandatory clause went to enforcement by a paper, and its outcome stands with the case and in the counts')

  // --- archived, and too early
  people.enrol('archivist', people.invite('审核员王', 'supervisor', '--region', '62'))
  people.sync('archivist')
  plumb('review', ...at('archivist'), good.id, '--accept', '--comment', '属实')
  plumb('rectify', 'archive', ...at('archivist'), good.id, '--term', '10')
  people.sync('archivist')
  const early = run('plumb', ['archive', 'propose', ...at('archivist'), '--case', good.id, '--region', '62', '--reason', '早', '--disputes', '无', '--json'])
  assert.equal(JSON.parse(early.err).error.code, 'term_runs', early.err)
  assert.equal(plumb('archive', 'due', ...at('archivist')).total, 0)
  assert.equal(plumb('archive', 'due', ...at('archivist'), '--today', `${new Date().getFullYear() + 11}-01-01`).total, 1)
  await zhang.page.goto(`${server.url}/#/archive`)
  await zhang.page.locator('[data-test=archived][data-due=false]').waitFor()
  assert.equal(await zhang.at('propose-disposal').count(), 0)
  assert.ok(existsSync(blob(good.photo)), 'its photo lies on the disk')
  step('a case whose term runs is on no list')

  // --- eleven years later
  await server.stop()
  Object.assign(process.env, { LD_PRELOAD: shim, SHIFTED_SECONDS: String(kAhead) })
  server.more = ['--clock-bound', '36500']
  await server.start()
  delete process.env.LD_PRELOAD
  const later = new Date(Date.now() + kAhead * 1000)
  for (const page of [zhang, li]) {
    await page.page.goto('about:blank')
    await page.page.clock.install({ time: later })
  }
  await zhang.page.goto(`${server.url}/#/archive`)
  await zhang.page.locator('[data-test=archived][data-due=true]').waitFor()
  await zhang.at('pick-all').click()
  await picture(zhang, 'archive-due')
  await zhang.at('propose-disposal').click()
  await zhang.at('disposal-dialog').waitFor()
  await zhang.at('sign-disposal').click()
  assert.equal(await zhang.at('disposal-lacks').count(), 2)
  await zhang.at('disposal-reason').fill('保管期限届满，经鉴定小组逐卷审核，无继续保存价值')
  await zhang.at('disposal-disputes').fill('已核对行政复议、诉讼和投诉举报台账，均无未结事项')
  // A box that cannot be read is told, and not listed.
  await zhang.page.evaluate(() => {
    const own = Blob.prototype.arrayBuffer
    Blob.prototype.arrayBuffer = function () {
      Blob.prototype.arrayBuffer = own
      return Promise.reject(new DOMException('gone', 'NotReadableError'))
    }
  })
  await zhang.at('box-file').setInputFiles(compiled('6a'))
  await zhang.at('box-unread').waitFor()
  assert.equal(await zhang.at('box-title').count(), 0)
  await zhang.at('box-file').setInputFiles(compiled('6a'))
  await zhang.at('box-title').waitFor()
  assert.equal(await zhang.at('box-unread').count(), 0)
  await picture(zhang, 'disposal-dialog')
  await zhang.at('sign-disposal').click()
  await zhang.page.locator('[data-test=disposal-done][data-type="disposal.proposed"]').waitFor()
  await zhang.at('disposal-own').waitFor()
  assert.equal(await zhang.at('approve-disposal').count(), 0, 'who proposed does not approve')
  await picture(zhang, 'disposal-waits')
  step('one proposes the list, with the appraisal, the disputes and the box')

  await li.page.goto(`${server.url}/#/archive`)
  await li.page.locator('[data-test=disposal-judged][data-judged=ok]').waitFor()
  await li.at('approve-disposal').click()
  assert.ok(await li.at('sign-decision').isDisabled(), 'she says that she looked at each case')
  await li.at('disposal-sure').check()
  await picture(li, 'approve-dialog')
  await li.at('sign-decision').click()
  await li.page.locator('[data-test=disposal][data-state=approved]').waitFor()
  await li.at('case-disposed').waitFor()
  await picture(li, 'archive-disposed')
  for (let tries = 0; existsSync(blob(good.photo)) && tries < 100; ++tries) await new Promise((resolve) => setTimeout(resolve, 100))
  assert.ok(!existsSync(blob(good.photo)), 'its photo is gone from the disk')
  assert.deepEqual(small(good.photo), [], 'and its small pictures with it')
  assert.ok(existsSync(blob(wanting.photo)), 'that of another case is not')
  await li.at('archive-disposed').click()
  await li.page.locator(`[data-test=archived][data-id="${good.id}"]`).waitFor()
  await li.at('archive-due').click()
  await li.at('archive-none').waitFor()
  step('another approves it: the files of that case alone are gone, and the lists say by whom')

  await li.page.goto(`${server.url}/#/accepted/${good.id}`)
  await li.at('record-disposed').waitFor()
  await li.page.locator('[data-test=photo][data-state=disposed]').first().waitFor()
  assert.equal(await li.page.locator('[data-test=verify-row][data-state=bad]').count(), 0, 'what is left proves as before')
  await picture(li, 'record-disposed')
  // In English and dark, as anybody may have it.
  await li.page.goto(`${server.url}/#/archive`)
  await li.page.locator('[data-test=disposal][data-state=approved]').waitFor()
  await li.page.getByText('Switch to English').or(li.page.getByText('English')).first().click()
  await li.page.emulateMedia({ colorScheme: 'dark' })
  await picture(li, 'archive-en-dark')
  await li.page.goto(`${server.url}/#/referrals`)
  await li.at('referral-year').selectOption('')
  await li.page.locator('[data-test=referral]').waitFor()
  await picture(li, 'referrals-en-dark')
  await li.page.goto(`${server.url}/#/accepted/${good.id}`)
  await li.at('record-disposed').waitFor()
  await picture(li, 'record-en-dark')
  step('the record is whole but for its files, and says so')
  // A file that was disposed of is asked for, and told to be gone; so is the server, while it is started anew: these are no
  // faults of the page.
  for (const one of pages) assert.deepEqual(one.errors.filter((e) => !/status of 410|ERR_CONNECTION_REFUSED/.test(e)), [])
} catch (e) {
  for (const one of pages) console.error(one.errors, await one.page.locator('[role=alert], [role=status]').allTextContents().catch(() => []))
  throw e
} finally {
  delete process.env.LD_PRELOAD
  for (const one of pages) await one.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
