// npm run look [-- FOLDER]: walks the built page in Chromium against the fake server, in both languages and four sizes,
// and leaves a picture of each step to be judged by eye. Fails when a step does not come about or the page logs an error.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { addDoubts, makeDemo } from './fake/demo.mjs'
import { makeServer } from './fake/server.mjs'

const out = process.argv[2] ?? join(tmpdir(), 'plumbline-console')
mkdirSync(out, { recursive: true })
const demo = makeDemo(new Date(), true)
demo.world.now = () => new Date()
const doubts = addDoubts(demo)
const { world } = demo
world.faults.file = (hash, bytes) => (hash === demo.swappedPhoto ? Buffer.concat([bytes, Buffer.of(0)]) : bytes)
const { server, url } = await makeServer(world).listen(fileURLToPath(new URL('../dist', import.meta.url)))
const profile = mkdtempSync(join(tmpdir(), 'look-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
})
const page = context.pages()[0] ?? (await context.newPage())
const errors = []
let lastHeaders = {}
page.on('request', (r) => r.url().includes('/v1/query/inspections') && (lastHeaders = { authorization: r.headers().authorization }))
page.on('console', (m) => m.type() === 'error' && !/404|400|409|503|ERR_/.test(m.text()) && errors.push(m.text()))
page.on('pageerror', (e) => errors.push(String(e)))
const at = (name) => page.getByTestId(name)
page.context().setDefaultTimeout(10000)
const { selectors } = await import('playwright-core')
selectors.setTestIdAttribute('data-test')

async function shot(name) {
  await page.waitForTimeout(120)
  await page.screenshot({ path: join(out, `${name}.png`) })
  console.log(`look ${name}`)
}

async function open(place, id) {
  await page.goto(`${url}/#/${place}/${id}`)
  await page.locator(`[data-test=record][data-id="${id}"]`).waitFor()
  await page.waitForFunction(() => !document.querySelector('[data-test=verify-row][data-state=wait]'))
}

// The page has laid itself out anew when this returns.
async function resize(width, height) {
  await page.setViewportSize({ width, height })
  await page.waitForFunction(() => document.documentElement.classList.contains('narrow') === innerWidth < 920)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

// Whatever the width, nothing is read by scrolling sideways.
async function fits(name) {
  const over = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && !e.closest('.hidden, .skip, thead') && e.getBoundingClientRect().right > innerWidth + 1).map((e) => `${e.tagName}.${e.className}`))
  if (over.length > 0) throw new Error(`${name}: wider than the page: ${over.slice(0, 5).join(', ')}`)
}

async function speak(language) {
  if ((await page.evaluate(() => document.documentElement.lang.slice(0, 2))) !== language) await at('language').click()
}

const state = (check) => page.locator(`[data-check=${check}]`).getAttribute('data-state')
async function expects(name, wanted) {
  for (const [check, is] of Object.entries(wanted)) if ((await state(check)) !== is) throw new Error(`${name}: ${check} is ${await state(check)}, not ${is}`)
}

// Records that are told apart by their places in the log, and keys that are kept back.
async function lookDoubts(tag) {
  await open('queue', doubts.before)
  await expects('revoked later', { chain: 'ok', keys: 'ok', rights: 'ok', inclusion: 'ok' })
  await shot(`18-revoked-later-${tag}`)
  await open('queue', doubts.after)
  await expects('after the revocation', { signature: 'ok', chain: 'bad', keys: 'ok', inclusion: 'ok' })
  if ((await at('status-text').getAttribute('data-status')) !== 'unbelieved' || !(await at('why-not').isVisible())) throw new Error(`${tag}: a record that is not believed can be decided upon`)
  await fits(`after ${tag}`)
  await shot(`18-after-revocation-${tag}`)
  await open('returned', doubts.judged)
  if ((await at('unbelieved').getAttribute('data-count')) !== '1' || (await at('status-text').getAttribute('data-status')) !== 'returned') throw new Error(`${tag}: a review by a revoked key counts`)
  await fits(`unbelieved ${tag}`)
  await shot(`18-unbelieved-review-${tag}`)
}

// A list taken away: chosen, saved, refused.
async function lookExport(tag) {
  await at('export').click()
  await page.waitForFunction(() => /\d/.test(document.querySelector('[data-test=export-rows]')?.textContent ?? ''))
  await fits(`export ${tag}`)
  await shot(`19-export-${tag}`)
  await at('export-answers').check()
  await at('export-checklist').waitFor()
  await Promise.all([page.waitForEvent('download'), at('export-go').click()])
  await at('export-saved').waitFor()
  await fits(`export saved ${tag}`)
  await shot(`19-export-saved-${tag}`)
  world.faults.busy = true
  await at('export-xlsx').check()
  await at('export-go').click()
  await at('export-error').waitFor()
  world.faults.busy = false
  await shot(`19-export-refused-${tag}`)
  await page.keyboard.press('Escape')
  await at('export-sheet').waitFor({ state: 'detached' })
}

// One column: the list, a record, its authenticity, and back, each a page of its own.
async function lookNarrow(tag) {
  const visible = async (name, wanted) => {
    if ((await at(name).first().isVisible()) !== wanted) throw new Error(`${tag}: ${name} is ${wanted ? 'out of' : 'in'} sight`)
  }
  const both = async (name) => {
    await fits(`${name}-${tag}`)
    await shot(`${name}-${tag}`)
  }
  await page.goto(`${url}/#/queue`)
  await page.locator(`[data-test=queue-item][data-id="${demo.ids.veto}"]`).waitFor()
  await page.waitForTimeout(300)
  if (!page.url().endsWith('#/queue')) throw new Error(`${tag}: a record was opened that nobody chose`)
  await both('30-narrow-queue')
  await lookExport(tag)
  await page.locator(`[data-test=queue-item][data-id="${demo.ids.veto}"]`).click()
  await page.locator(`[data-test=record][data-id="${demo.ids.veto}"]`).waitFor()
  await page.waitForFunction(() => !document.querySelector('[data-test=verify-row][data-state=wait]'))
  await visible('queue', false)
  await visible('verify-row', false)
  await both('31-narrow-record')
  const [width, room] = await at('record-title').evaluate((e) => [e.getBoundingClientRect().width, innerWidth])
  if (width < room / 2) throw new Error(`${tag}: the title has ${width} of ${room} px`)
  await page.locator('.column').evaluate((e) => e.scrollTo(0, 500))
  await both('32-narrow-record-below')
  await page.locator('.column').evaluate((e) => e.scrollTo(0, 1e6))
  await both('33-narrow-record-end')
  await page.locator('.column').evaluate((e) => e.scrollTo(0, 300))
  await at('verified-chip').evaluate((e) => e.click())
  await at('verify-row').first().waitFor()
  await visible('item', false)
  await both('34-narrow-proof')
  await page.locator('.column').evaluate((e) => e.scrollTo(0, 1e6))
  await both('35-narrow-proof-end')
  await at('back').click()
  await at('item').first().waitFor()
  await visible('verify-row', false)
  const scrolled = await page.locator('.column').evaluate((e) => e.scrollTop)
  if (Math.abs(scrolled - 300) > 2) throw new Error(`${tag}: back from the authenticity the record stands at ${scrolled}, not at 300`)
  await at('return').click()
  await at('need-comment').waitFor()
  await both('36-narrow-need-comment')
  await at('accept').click()
  await at('confirm-sign').waitFor()
  await both('37-narrow-confirm')
  await at('cancel-sign').click()
  await at('photo').first().click()
  await at('lightbox').waitFor()
  await both('38-narrow-photo')
  await at('lightbox-close').click()
  await at('back').click()
  await at('queue-item').first().waitFor()
  if ((await page.evaluate(() => document.activeElement?.dataset.id)) !== demo.ids.veto) throw new Error(`${tag}: back in the list the focus is elsewhere`)
  await open('queue', demo.ids.amended)
  await both('39-narrow-amended')
  await at('back').click()
  await open('returned', doubts.judged)
  await both('39-narrow-unbelieved')
  await open('queue', doubts.after)
  await at('verified-chip').evaluate((e) => e.click())
  await at('verify-row').first().waitFor()
  await both('39-narrow-after-revocation')
  await at('back').click()
  await at('back').click()
  await at('nav-more').click()
  await fits(`nav ${tag}`)
  await shot(`38-narrow-more-${tag}`)
  await at('nav-about').click()
  await at('own-kid').waitFor()
  await both('40-narrow-about')
}

try {
  await page.goto(`${url}/`)
  await at('enrol-field').waitFor()
  await shot('01-enrol-zh')
  await at('enrol-field').fill('plumb://enrol?s=https%3A%2F%2Fx&l=broken')
  await at('enrol-button').click()
  await at('enrol-error').waitFor()
  await shot('02-enrol-error-zh')
  await resize(412, 915)
  await fits('02-enrol-412')
  await shot('02-enrol-412-zh')
  await resize(1440, 900)
  await at('language').click()
  await shot('03-enrol-error-en')
  await at('language').click()
  const invite = world.invite(demo.admin, '孙审核', [{ role: 'supervisor', regions: ['62'], sites: [] }], new Date().toISOString())
  await page.goto('about:blank')
  await page.goto(`${url}/#/enrol?i=${encodeURIComponent(world.uri(invite, url))}`)
  await at('enrol-button').click()
  await at('queue-item').first().waitFor()
  for (const [size, width, height] of [['1440', 1440, 900], ['1024', 1024, 768]]) {
    await resize(width, height)
    for (const language of ['zh', 'en']) {
      await speak(language)
      const tag = `${size}-${language}`
      await open('queue', demo.ids.veto)
      await fits(tag)
      await shot(`10-record-${tag}`)
      await at('show-all').click()
      await shot(`11-record-all-${tag}`)
      await at('show-attention').click()
      await page.locator('[data-test=record]').evaluate((e) => e.scrollTo(0, 1e6))
      await shot(`12-record-below-${tag}`)
      await open('queue', demo.ids.swapped)
      await shot(`13-swapped-photo-${tag}`)
      await open('queue', demo.ids.lacking)
      await shot(`14-lacking-refused-${tag}`)
      await open('queue', demo.ids.amended)
      await shot(`15-amended-${tag}`)
      await open('accepted', demo.ids.accepted)
      await shot(`16-accepted-${tag}`)
      await lookDoubts(tag)
      await lookExport(tag)
      await page.goto(`${url}/#/about`)
      await at('own-kid').waitFor()
      await shot(`17-about-${tag}`)
    }
  }
  for (const [width, height] of [[768, 1024], [412, 915]]) {
    await page.goto(`${url}/#/queue`)
    await resize(width, height)
    for (const language of ['zh', 'en']) {
      await page.goto(`${url}/#/queue`)
      await speak(language)
      await lookNarrow(`${width}-${language}`)
    }
  }
  await page.goto(`${url}/#/queue`)
  await resize(1440, 900)
  await at('language').click()
  await open('queue', demo.ids.veto)
  await at('photo').first().click()
  await at('lightbox').waitFor()
  await shot('20-lightbox')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await at('need-comment').waitFor()
  await shot('21-need-comment')
  await at('comment').fill('1.1 请补充封存清单照片；1.2 请附标签照片。')
  await page.locator('[data-item="1"] [data-test=item-remark]').click()
  await page.locator('[data-item="1"] [data-test=item-comment]').fill('封存清单请拍全页。')
  await at('return').click()
  await at('confirm-sign').waitFor()
  await shot('22-confirm-return')
  world.faults.losePush = true
  await at('confirm-sign').click()
  await at('outbox').waitFor()
  await shot('23-lost-answer')
  world.faults.losePush = false
  await at('decision-done').waitFor()
  await shot('24-returned')
  await page.evaluate(() => document.activeElement?.blur())
  await open('queue', demo.ids.lacking)
  await page.keyboard.press('a')
  await at('confirm-sign').waitFor()
  await shot('25-confirm-accept')
  await page.keyboard.press('Enter')
  await page.locator('[data-test=decision-done][data-proved=true]').waitFor()
  await shot('26-accepted')
  await page.keyboard.press('j')
  await page.waitForFunction((id) => !location.hash.includes(id), demo.ids.lacking)
  // A list of thousands keeps a window of rows; J and K go through it, and behind the last that was read to the next.
  const [like] = (await (await fetch(`${url}/v1/query/inspections?status=submitted&limit=1`, { headers: lastHeaders })).json()).items
  const many = Array.from({ length: 5001 }, (_, i) => ({ ...like, id: `many-${i}`, site_name: `${like.site_name} ${'第'.repeat(i % 40)} ${i}` }))
  const windowed = async () => {
    const n = await page.locator('[data-test=queue-item]').count()
    if (n < 5 || n > 60) throw new Error(`${n} rows are in the page`)
  }
  await page.route('**/v1/query/reviews*', (r) => {
    const from = Number(new URL(r.request().url()).searchParams.get('after') ?? 0)
    const items = many.slice(from, from + 1000)
    return r.fulfill({ json: { items, next: from + 1000 < many.length ? String(from + 1000) : null, total: many.length, facets: {}, counts: { submitted: many.length, returned: 0, accepted: 0 } } })
  })
  await page.goto('about:blank')
  await page.goto(`${url}/#/queue/many-0`)
  await page.locator('[data-id=many-0]').waitFor()
  for (let i = 0; i < 4; ++i) {
    await page.locator('.list').evaluate((e) => e.scrollTo(0, 1e9))
    await at('queue-more').click()
    await page.waitForFunction((n) => Number(document.querySelector('[data-test=queue] li').ariaSetSize) === n || document.querySelector('[data-test=queue]').scrollHeight > 60 * n, (i + 2) * 1000)
    await windowed()
  }
  await shot('27-many-rows')
  await page.goto(`${url}/#/queue/many-3999`)
  await page.locator('[data-id=many-3999][aria-current=true]').waitFor()
  for (let i = 4000; i < 4005; ++i) {
    await page.keyboard.press('j')
    await page.locator(`[data-id=many-${i}][aria-current=true]`).waitFor()
    const seen = await page.locator(`[data-id=many-${i}]`).evaluate((e) => { const [a, b] = [e.getBoundingClientRect(), e.closest('.list').getBoundingClientRect()]; return a.top >= b.top && a.bottom <= b.bottom + 1 })
    if (!seen) throw new Error(`row ${i} is chosen and out of sight`)
  }
  await windowed()
  await page.keyboard.press('k')
  await page.locator('[data-id=many-4003][aria-current=true]').waitFor()
  const behind = Number(await page.locator('[data-id=many-4003]').evaluate((e) => e.closest('li').ariaPosInSet))
  if (behind !== 4004) throw new Error(`row 4003 says it is number ${behind}`)
  console.log(`look rows in the page ${await page.locator('[data-test=queue-item]').count()}, nodes ${await page.evaluate(() => document.querySelectorAll('*').length)}`)
  await page.unroute('**/v1/query/reviews*')
  // A revocation is kept back, then the log shrinks.
  world.change(demo.admin, 'key.revoked', demo.li, new Date().toISOString())
  world.faults.withhold = (text) => text.includes(`"key":"${demo.li.key.kid}"`)
  await open('accepted', demo.ids.accepted)
  await expects('keys withheld', { keys: 'bad', signature: 'ok' })
  await shot('27-keys-withheld-zh')
  await speak('en')
  await shot('27-keys-withheld-en')
  await speak('zh')
  world.faults.withhold = undefined
  world.log.forget(3)
  await page.goto(`${url}/#/about`)
  await at('check-log').click()
  await at('alarm').waitFor()
  await shot('27-log-smaller')
  await page.goto(`${url}/#/returned`)
  await shot('28-returned-alarm')
  world.faults.offline = true
  await page.goto(`${url}/#/queue`)
  await at('queue-error').waitFor()
  await shot('29-offline')
  await resize(412, 915)
  await fits('41-narrow-offline')
  await shot('41-narrow-offline')
  if (errors.length > 0) throw new Error(`the page logged errors:\n${errors.join('\n')}`)
  console.log(`look: all steps, pictures in ${out}`)
} catch (e) {
  await page.screenshot({ path: join(out, 'failed.png') })
  console.error(errors.join('\n'))
  throw e
} finally {
  await context.close()
  server.close()
  rmSync(profile, { recursive: true, force: true })
}
