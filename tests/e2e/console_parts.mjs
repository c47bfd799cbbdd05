// The console's own parts (sync-server/console/src/ui) in real Chromium, under the server's policy and a stricter one, which
// takes no style that stands in the page: dialogs, days, choices, tables, with mouse, keyboard and axe.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { top } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'

const pictures = process.argv[2] === '--pictures' ? process.argv[3] : null
if (pictures) mkdirSync(pictures, { recursive: true })
const root = join(top, 'sync-server', 'console')
const require = createRequire(join(root, 'package.json'))
const packageOf = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json')))
const { build } = await import(pathToFileURL(join(root, 'node_modules', 'vite', packageOf('vite').exports['.'].import ?? 'dist/node/index.js')))
const vue = (await import(pathToFileURL(require.resolve('@vitejs/plugin-vue')))).default
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'plumb-parts-'))
await build({ configFile: false, root: join(root, 'tests', 'gallery'), logLevel: 'error', publicDir: false, plugins: [vue()], define: { __VUE_I18N_LEGACY_API__: 'false', __VUE_I18N_FULL_INSTALL__: 'false', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' }, build: { target: 'es2021', outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 } })

const kPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const kTypes = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://x').pathname)
  const file = join(folder, path === '/' ? 'index.html' : path)
  try {
    response.writeHead(200, { 'Content-Type': kTypes[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': kPolicy }).end(readFileSync(file))
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const page = await ConsolePage.open(`http://127.0.0.1:${server.address().port}`, { width: 1280, height: 800 })
const { keyboard } = page.page
const at = (name) => page.at(name)
const says = async () => JSON.parse(await at('says').textContent())
const focused = () => page.page.evaluate(() => document.activeElement?.closest('[data-test]')?.dataset.test ?? document.activeElement?.tagName)
const gone = (name) => at(name).waitFor({ state: 'detached' })
async function shot(name) {
  // The page's own policy keeps axe out, as it keeps out any script that is not the server's; the debugger brings it in.
  await page.page.evaluate(axe)
  const { violations } = await page.page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`), [], name)
  if (pictures) await page.page.screenshot({ path: join(pictures, `${name}.png`) })
}

try {
  await page.page.goto(page.url)
  await at('open-plain').waitFor()

  // A dialog that is read: the focus goes in, stays in, and comes back; Esc, its button or a click beside it close it.
  await at('open-plain').click()
  await at('plain').waitFor()
  assert.equal(await at('plain').getAttribute('role'), 'dialog')
  assert.equal(await page.page.getByRole('dialog', { name: '只读的对话框' }).count(), 1)
  assert.equal(await focused(), 'close-plain')
  for (let i = 0; i < 4; ++i) {
    await keyboard.press('Tab')
    assert.equal(await focused(), 'close-plain', 'the focus stays within')
  }
  await shot('plain-1280')
  await keyboard.press('Escape')
  await gone('plain')
  await page.page.waitForFunction(() => document.activeElement?.dataset.test === 'open-plain')
  await keyboard.press('Enter')
  await at('plain').waitFor()
  await page.page.mouse.click(20, 20)
  await gone('plain')
  assert.equal(await at('closed').textContent(), '2')
  // Also where the page is so busy that its timers come late.
  await page.page.evaluate(() => {
    const own = window.setTimeout
    window.setTimeout = (run, ms = 0, ...rest) => own(run, ms + 3000, ...rest)
    window.inTime = () => (window.setTimeout = own)
  })
  await at('open-plain').click()
  await at('plain').waitFor()
  await page.page.mouse.click(20, 20)
  await at('plain').waitFor({ state: 'detached', timeout: 2000 })
  await page.page.evaluate(() => window.inTime())

  // A dialog that is filled in: a click beside it closes it while nothing was typed, and does nothing afterwards.
  await at('open-form').click()
  await at('form').waitFor()
  assert.equal(await focused(), 'text', 'the first field has the focus')
  await page.page.mouse.click(20, 20)
  await gone('form')
  await at('open-form').click()
  await at('text').fill('设施蔬菜')
  await page.page.mouse.click(20, 20)
  await page.page.waitForTimeout(200)
  assert.ok(await at('form').isVisible(), 'what was typed is not thrown away by a click')
  await shot('form-1280')

  // A day, typed in any form; out of bounds it says so, and nothing is signed.
  await at('due').fill('2026/12/24')
  await at('due').blur()
  assert.equal(await at('due').inputValue(), '2026年12月24日')
  await at('due').fill('2026-12-25')
  await at('sign').click()
  await page.page.getByText('不能晚于2026年12月24日').first().waitFor()
  assert.ok(await at('form').isVisible() && (await at('signed').textContent()) === '', 'nothing was signed')
  await at('due').fill('下周')
  await at('due').blur()
  await page.page.getByText('这不是一个日期').waitFor()
  assert.equal((await says()).due, '')
  await shot('form-fault-1280')

  // Picked with the keyboard alone: Alt and the arrow open the month; arrows and Page Down walk, Enter picks.
  await at('due').fill('2026-12-10')
  await at('due').press('Alt+ArrowDown')
  await page.page.locator('[data-day="2026-12-10"]:focus').waitFor()
  await shot('days-1280')
  assert.equal(await page.page.locator('.ui-days th').first().textContent(), '一', 'weeks begin on Monday')
  assert.equal(await page.page.locator('[data-day="2026-12-25"]').getAttribute('data-disabled') !== null, true, 'what is out of bounds cannot be picked')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowDown')
  await page.page.locator('[data-day="2026-12-18"]:focus').waitFor()
  await keyboard.press('Enter')
  await at('days').waitFor({ state: 'detached' })
  assert.equal((await says()).due, '2026-12-18')
  assert.equal(await at('due').inputValue(), '2026年12月18日')
  // Esc closes the month and not the dialog under it.
  await at('due').press('Alt+ArrowDown')
  await at('days').waitFor()
  await keyboard.press('Escape')
  await at('days').waitFor({ state: 'detached' })
  assert.ok(await at('form').isVisible())

  // A choice among many: searched by name or code, walked, picked; Esc leaves it as it was.
  await page.choose('one', '620304')
  assert.equal((await says()).one, '620304')
  await at('one').click()
  await keyboard.type('第 42 ')
  await page.page.locator('[data-test=choice]').nth(1).waitFor({ state: 'detached' })
  await shot('choices-1280')
  await keyboard.press('Enter')
  assert.equal((await says()).one, '620341')
  await at('one').click()
  await page.page.locator('[data-test=choice]').first().waitFor()
  await keyboard.press('Escape')
  await page.page.locator('[data-test=choice]').first().waitFor({ state: 'detached' })
  assert.ok(await at('form').isVisible(), 'Esc closes the list, not the dialog')
  assert.equal(await at('one').inputValue(), '第 42 县')
  await at('one').click()
  await keyboard.type('nowhere')
  await page.page.getByText('没有找到').waitFor()
  await keyboard.press('Escape')
  await page.choose('one', '')
  assert.equal((await says()).one, '', 'nothing is a choice as well')
  await shot('chosen-1280')
  await at('sign').click()
  await gone('form')
  assert.equal(await at('signed').textContent(), '设施蔬菜')

  // Several of two thousand: the list is there at once, says how many more there are, and each pick becomes a chip.
  const choices = page.page.locator('[data-test=choice]')
  const began = Date.now()
  await at('several').click()
  await choices.nth(99).waitFor()
  assert.ok(Date.now() - began < 1500, `two thousand choices took ${Date.now() - began} ms`)
  assert.match(await page.page.locator('.ui-choices [data-test=choices-more]').textContent(), /1900/)
  await keyboard.type('第 42 个')
  await page.page.waitForFunction(() => document.querySelector('.ui-choices [data-test=choice]')?.dataset.value === 's41')
  await keyboard.press('Enter')
  assert.deepEqual((await says()).several, ['s41'])
  assert.equal(await at('several').inputValue(), '', 'the next is typed at once')
  await keyboard.type('9162032ma1003')
  await choices.nth(1).waitFor({ state: 'detached' })
  await keyboard.press('Enter')
  assert.deepEqual((await says()).several, ['s41', 's3'], 'found by a credit code')
  await shot('several-1280')
  await keyboard.type('第 42 个')
  await page.page.waitForFunction(() => document.querySelector('.ui-choices [data-test=choice]')?.dataset.value === 's41')
  await keyboard.press('Enter')
  assert.deepEqual((await says()).several, ['s3'], 'what is picked is given back by the same key')
  await keyboard.press('Escape')
  await choices.first().waitFor({ state: 'detached' })
  await at('picked').getByRole('button').click()
  assert.deepEqual((await says()).several, [])
  assert.equal(await focused(), 'several', 'the focus stays with the field')
  await keyboard.press('Escape')

  // A list to tick: searched, walked and ticked from its field, or by a press.
  await at('tick-search').fill('9162032ma1006')
  await at('tick').nth(1).waitFor({ state: 'detached' })
  await keyboard.press('Enter')
  await at('tick-search').fill('')
  await at('tick').nth(99).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  assert.deepEqual((await says()).ticked, ['s6', 's1'])
  assert.equal(await page.page.locator('[data-test=tick][data-value=s1]').getAttribute('aria-selected'), 'true')
  await page.page.locator('[data-test=tick][data-value=s1]').click()
  assert.deepEqual((await says()).ticked, ['s6'])
  await shot('ticks-1280')

  // A table: sorted by its heads, walked by letters and arrows.
  const order = () => page.page.locator('[data-test=row]').evaluateAll((all) => all.map((row) => row.dataset.id).join(''))
  assert.equal(await order(), 'abc')
  await at('sort-points').click()
  assert.equal(await order(), 'bac')
  assert.equal(await page.page.locator('th[aria-sort=ascending]').count(), 1)
  await at('sort-points').click()
  assert.equal(await order(), 'cab')
  await at('sort-points').click()
  await page.page.locator('[data-test=row]').first().focus()
  await keyboard.press('j')
  await keyboard.press('ArrowDown')
  assert.equal(await page.page.evaluate(() => document.activeElement.dataset.id), 'c')
  await shot('page-1280')

  // Tabs: one stop for Tab, arrows from one to the next.
  await at('tab-open').focus()
  await keyboard.press('ArrowRight')
  assert.equal(await at('tab-says').textContent(), 'late')
  assert.equal(await page.page.getByRole('tab', { selected: true }).textContent(), 'late')
  await keyboard.press('End')
  assert.equal(await at('tab-says').textContent(), 'closed')
  await at('tab-open').click()
  assert.equal(await at('tab-says').textContent(), 'open')

  // On a phone nothing is wider than the page, the dialog's buttons stay in sight, and rows are cards with their heads.
  for (const [width, height] of [[412, 915], [800, 360]]) {
    await page.page.setViewportSize({ width, height })
    await shot(`page-${width}`)
    assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: nothing is read by scrolling sideways`)
    await at('open-form').click()
    const box = await at('form').boundingBox()
    const sign = await at('sign').boundingBox()
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height, `${width}: the dialog is on the screen`)
    assert.ok(sign.y + sign.height <= box.y + box.height, `${width}: its buttons are in sight`)
    await shot(`form-${width}`)
    await at('due').press('Alt+ArrowDown')
    await at('days').waitFor()
    await shot(`days-${width}`)
    await keyboard.press('Escape')
    await at('days').waitFor({ state: 'detached' })
    await at('one').click()
    await page.page.locator('[data-test=choice]').first().waitFor()
    await shot(`choices-${width}`)
    await keyboard.press('Escape')
    await at('cancel').click()
    await gone('form')
  }

  await page.page.setViewportSize({ width: 1280, height: 800 })
  await page.page.locator('button', { hasText: 'English' }).click()
  await page.page.waitForFunction(() => document.documentElement.lang === 'en')
  assert.equal(await at('day').inputValue(), '30 November 2026')
  await at('day').press('Alt+ArrowDown')
  await at('days').waitFor()
  assert.equal(await page.page.locator('.ui-days th').first().textContent(), 'Mon')
  await shot('days-en-1280')
  await page.page.getByTestId('days').getByRole('button', { name: 'The next year' }).click()
  await page.page.locator('[data-day="2027-11-15"]').click()
  assert.equal((await says()).day, '2027-11-15')
  assert.equal(await at('day').inputValue(), '15 November 2027')

  assert.deepEqual(page.errors, [], 'no part asks for a style, a script or a host that the policy forbids')
  console.log('console parts: dialogs, days, choices and tables by mouse, keyboard and axe, under a policy without inline styles')
} catch (e) {
  if (pictures) await page.page.screenshot({ path: join(pictures, 'failed.png') })
  console.error(page.errors)
  throw e
} finally {
  await page.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
}
