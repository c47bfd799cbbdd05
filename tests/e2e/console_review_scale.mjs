// Many records that wait, in the console: narrowed down by what stands in the address, given to a reviewer, and accepted
// together where nothing was found, with what changed meanwhile left out and a cut in the middle. A veto takes two of them,
// and what one asks at an item is answered from the inspector's device.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-review-scale-'))
const server = new Server(folder, await freePort())
const pages = []
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(join(top, 'assets/checklists/6a.json'), join(top, 'assets/samples/sites.json'))
  people.enrol('检查员甲', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('检查员甲')
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 1, 160, 120)
  const fixture = (name) => {
    const { answers, na, notes } = JSON.parse(readFileSync(join(top, `tests/unit/checklist/fixtures/6a-${name}.json`), 'utf8'))
    return writeJson(join(folder, `${name}.json`), { answers, na, notes })
  }
  const evidence = [...photoItems, '4', '11', '12'].flatMap((item) => ['--file', `${item}=${photo}`])
  const inspect = (name) => plumb('inspect', '--home', people.home('检查员甲'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', fixture(name), ...evidence, '--refused', '有异议', '--witness', '见证人').id
  const clean = ['pass', 'pass', 'pass', 'pass'].map(inspect)
  const veto = inspect('veto')
  const failed = inspect('fail')
  people.sync('检查员甲')

  const open = async (name) => {
    const page = await ConsolePage.open(server.url)
    pages.push(page)
    await page.enrol(people.invite(name, 'supervisor', '--region', '62'))
    await page.at('queue-item').first().waitFor()
    return page
  }
  const shoot = async (page, name) => {
    if (!options.pictures) return
    mkdirSync(options.pictures, { recursive: true })
    await page.page.screenshot({ path: join(options.pictures, name) })
  }
  const listed = (page) => page.at('queue-item').evaluateAll((all) => all.map((a) => a.dataset.id))
  const settled = async (page, n) => {
    await page.page.waitForFunction((want) => document.querySelectorAll('[data-test=queue-item]').length === want, n)
    return listed(page)
  }
  const first = await open('审核员丙')
  const second = await open('审核员丁')

  // Filters: by keyboard, in the address, and as a link for somebody else.
  assert.deepEqual(await settled(first, 6), [...clean, veto, failed])
  await first.page.keyboard.press('f')
  await first.at('filter-veto').waitFor()
  assert.match(await first.at('filter-veto').textContent(), /有否决项 \(1\)/)
  assert.match(await first.at('filter-findings').textContent(), /没有问题项 \(4\)/)
  await shoot(first, 'review-filters.png')
  await first.at('filter-veto').selectOption('1')
  assert.deepEqual(await settled(first, 1), [veto])
  assert.match(first.page.url(), /\?veto=1$/)
  await first.page.keyboard.press('Escape')
  await shoot(first, 'review-filtered.png')
  await second.page.goto(first.page.url().replace(/queue\/[^?]*/, 'queue'))
  assert.deepEqual(await settled(second, 1), [veto], 'the link holds the filter')
  await second.at('chip-veto').click()
  await settled(second, 6)
  await second.page.goto(`${server.url}/#/queue?findings=0&veto=maybe&programme=${encodeURIComponent('没有这个项目')}`)
  await second.at('queue-empty').waitFor()
  await second.at('filters-none').click()
  await settled(second, 6)
  await first.at('filters-none').click()
  await settled(first, 6)

  // Another order: by keyboard, in the address beside the filters, and for somebody else by the link.
  const inOrder = (page, ids) => page.page.waitForFunction((want) => [...document.querySelectorAll('[data-test=queue-item]')].map((a) => a.dataset.id).join() === want, ids.join())
  await second.at('queue-order').selectOption('newest')
  await inOrder(second, [failed, veto, ...[...clean].reverse()])
  assert.match(second.page.url(), /\?order=newest$/)
  await second.at('queue-order').selectOption('risk')
  await inOrder(second, [veto, failed, ...clean])
  await second.page.goto(`${server.url}/#/queue?findings=1&order=score_down`)
  await settled(second, 2)
  assert.equal(await second.at('queue-order').inputValue(), 'score_down')
  const down = await listed(second)
  await second.at('queue-order').selectOption('score')
  await inOrder(second, [...down].reverse())
  assert.match(second.page.url(), /findings=1&order=score$/, 'the filter stays')
  await shoot(second, 'review-order.png')
  await second.at('filters-none').click()
  await settled(second, 6)
  await second.at('queue-order').selectOption('waits')
  await inOrder(second, [...clean, veto, failed])

  // A view of one's own, kept on the server.
  await first.page.goto(`${server.url}/#/queue?veto=1`)
  await settled(first, 1)
  await first.at('view-save').click()
  await first.at('view-name').fill('我的否决')
  await first.page.keyboard.press('Enter')
  await first.page.getByTestId('view-我的否决').waitFor()
  await first.page.goto('about:blank')
  await first.page.goto(`${server.url}/#/queue`)
  await settled(first, 6)
  await first.page.getByTestId('view-我的否决').click()
  assert.deepEqual(await settled(first, 1), [veto])
  assert.match(first.page.url(), /veto=1/)
  await shoot(first, 'review-views.png')
  assert.equal(await second.page.getByTestId('view-我的否决').count(), 0, 'nobody else sees it')

  // The check before: what got worse first, a veto above all.
  await first.record('queue', veto)
  await first.at('previous').locator('summary').click()
  await first.at('previous-score').waitFor()
  const changes = await first.at('previous-item').evaluateAll((all) => all.map((tr) => tr.dataset.change))
  assert.equal(changes[0], 'worse')
  assert.deepEqual([...changes].sort((a, b) => ['worse', 'better', 'other'].indexOf(a) - ['worse', 'better', 'other'].indexOf(b)), changes)
  assert.match(await first.at('previous-item').first().textContent(), /否决/)
  await shoot(first, 'review-previous.png')
  await first.record('queue', clean[0])
  await first.at('previous').locator('summary').click()
  await first.at('previous-none').waitFor()
  await first.page.goto(`${server.url}/#/queue`)
  await settled(first, 6)

  // Assignment: two records to the other reviewer; hers come first, and it is told to both.
  await first.at('choose-many').click()
  for (const id of [clean[3], veto]) await first.page.locator(`[data-test=choose][data-id="${id}"]`).check()
  await first.at('assign-many').click()
  await first.page.getByTestId('assign-审核员丁').check()
  await first.at('assign-comment').fill('请先看照片')
  await shoot(first, 'review-assign.png')
  await first.at('sign-assign').click()
  await first.page.locator('[data-test=batch][data-done="2"][data-open="0"]').waitFor()
  await shoot(first, 'review-assigned.png')
  await first.at('batch-away').click()
  await second.page.reload()
  await second.page.locator('[data-test=assigned-to]').first().waitFor()
  assert.deepEqual((await settled(second, 6)).slice(0, 2), [clean[3], veto], 'what is hers comes first')
  await second.at('filter-mine').click()
  assert.deepEqual(await settled(second, 2), [clean[3], veto])
  await second.at('filters-none').click()
  await settled(second, 6)

  // One is taken back, by keyboard.
  await second.page.goto(`${server.url}/#/queue/${veto}`)
  await second.at('assign-one').waitFor()
  await second.page.keyboard.press('g')
  await second.at('assign-nobody').check()
  await second.at('sign-assign').click()
  await second.page.locator('[data-test=batch][data-done="1"][data-open="0"]').waitFor()
  await second.at('batch-away').click()
  await second.at('filter-mine').click()
  assert.deepEqual(await settled(second, 1), [clean[3]])
  await second.at('filters-none').click()
  await settled(second, 6)

  // A batch: everything is chosen, what has findings stays; one was amended behind the reviewer's back, and the network goes.
  await first.at('choose-many').click()
  await first.at('choose-all').click()
  await first.at('accept-many').click()
  assert.equal(await first.at('left-before').count(), 2, 'a veto and findings are no matter of a batch')
  await first.at('many-comment').fill('同意')
  await shoot(first, 'review-batch.png')
  plumb('amend', '--home', people.home('检查员甲'), '--record', clean[1], '--answers', fixture('fail'), ...evidence, '--refused', '有异议', '--witness', '见证人', '--reason', '漏看一处')
  people.sync('检查员甲')
  let pushed = 0
  await first.page.route('**/v1/records?*', (route) => (route.request().method() === 'POST' && ++pushed > 1 ? route.abort() : route.continue()))
  await first.at('sign-many').click()
  await first.at('batch-go-on').waitFor()
  assert.equal(await first.at('batch').getAttribute('data-done'), '1')
  await shoot(first, 'review-cut.png')
  // The tab is closed in the middle; a new one knows how far it came.
  await first.page.unroute('**/v1/records?*')
  await first.page.reload()
  await first.at('batch').waitFor()
  await first.at('batch-go-on').click()
  await first.page.locator('[data-test=batch][data-done="3"][data-left="1"][data-open="0"]').waitFor()
  assert.match(await first.at('left-out').textContent(), /新版本/)
  await shoot(first, 'review-batched.png')
  await first.at('batch-away').click()
  people.sync('检查员甲')
  for (const id of [clean[0], clean[2], clean[3]]) {
    const shown = people.show('检查员甲', id)
    assert.equal(shown.status, 'accepted')
    assert.equal(shown.reviews?.length ?? 1, 1, 'one signed review each')
  }
  for (const id of [clean[1], veto, failed]) assert.equal(people.show('检查员甲', id).status, 'submitted')

  // A question at an item, before anything is decided; the inspector answers it without a network.
  const item = (page, id) => page.page.locator(`[data-test=item][data-item="${id}"]`)
  await second.record('queue', veto)
  // The list that stands there already opens its first when it is asked for again, and one goes back to what was open.
  await second.at('nav-queue').click()
  await second.page.waitForFunction((id) => document.querySelector('[data-test=record]') && document.querySelector('[data-test=record]').dataset.id !== id, veto)
  await second.page.goBack()
  await second.page.locator(`[data-test=record][data-id="${veto}"]`).waitFor()
  await item(second, '2').getByTestId('item-ask').click()
  const question = '标签照片里看不清批号，是哪一批？'
  await second.at('ask-text').fill(question)
  await second.page.waitForTimeout(500)
  await second.record('queue', veto)
  await item(second, '2').getByTestId('item-ask').click()
  await second.page.waitForFunction((text) => document.querySelector('[data-test=ask-text]')?.value === text, question)
  await shoot(second, 'thread-ask.png')
  await second.at('ask-send').click()
  await item(second, '2').locator('[data-test=thread][data-open=true]').waitFor()
  people.sync('检查员甲')
  const [thread] = people.show('检查员甲', veto).threads
  assert.deepEqual([thread.item, thread.state, thread.waits, thread.said.length], ['2', 'open', true, 1])
  const inspector = ['--home', people.home('检查员甲')]
  const refused = (...args) => JSON.parse(run('plumb', [...args, '--json']).err).error.code
  assert.equal(refused('remark', veto, ...inspector, '--item', 'none', '--text', '?'), 'item_unknown')
  assert.equal(refused('remark', veto, ...inspector, '--item', '2', '--answers', thread.id, '--resolve'), 'thread_not_yours')
  assert.equal(refused('remark', clean[1], ...inspector, '--item', '2', '--answers', thread.id, '--text', '?'), 'thread_unknown')
  plumb('remark', veto, ...inspector, '--item', '2', '--answers', thread.id, '--text', '批号 240915，标签背面另有一张。')
  people.sync('检查员甲')
  await first.page.goto(`${server.url}/#/queue?threads=answered`)
  assert.deepEqual(await settled(first, 1), [veto], 'the queue counts what the inspector has answered')
  await shoot(first, 'thread-queue.png')
  await second.record('queue', veto)
  assert.equal(await item(second, '2').getByTestId('remark').count(), 2)
  await shoot(second, 'thread-answered.png')
  await item(second, '2').getByTestId('thread-resolve').click()
  await item(second, '2').locator('[data-test=thread][data-open=false]').waitFor()

  // The first of two agrees and can do no more; the queue says for whom it waits.
  await first.record('queue', veto)
  await first.at('accept').click()
  await first.at('confirm').getByText('还要另一名审核员同意').waitFor()
  await first.at('confirm-sign').click()
  await first.page.locator('[data-test=decision-done][data-proved=true]').waitFor()
  assert.match(await first.at('decision-done').textContent(), /还等另一名审核员/)
  await first.record('queue', veto)
  assert.ok(await first.at('accept').isDisabled())
  assert.match(await first.at('why-not-accept').textContent(), /您已经同意/)
  await shoot(first, 'second-first.png')
  await second.page.goto(`${server.url}/#/queue?second=1`)
  assert.deepEqual(await settled(second, 1), [veto])
  assert.match(await second.at('agreed-by').textContent(), /审核员丙 已同意/)
  await shoot(second, 'second-queue.png')
  await second.record('queue', veto)
  assert.match(await second.at('waits-second').textContent(), /两名审核员/)
  await shoot(second, 'second-record.png')
  await second.page.setViewportSize({ width: 412, height: 915 })
  await shoot(second, 'second-narrow.png')
  await item(second, '2').getByTestId('thread').scrollIntoViewIfNeeded()
  await shoot(second, 'thread-narrow.png')
  await second.page.setViewportSize({ width: 1440, height: 900 })
  await second.page.getByTestId('language').click().catch(() => undefined)
  await item(second, '2').getByTestId('thread').scrollIntoViewIfNeeded()
  await shoot(second, 'thread-en.png')
  await second.decide('accept', '同意')
  people.sync('检查员甲')
  const shown = people.show('检查员甲', veto)
  assert.equal(shown.status, 'accepted')
  assert.equal(shown.agreed.name, '审核员丙')
  assert.equal(refused('remark', veto, ...inspector, '--item', '2', '--text', '?'), 'thread_over')

  await first.page.setViewportSize({ width: 412, height: 915 })
  await first.page.goto(`${server.url}/#/queue`)
  await shoot(first, 'review-narrow.png')
  await first.page.keyboard.press('f')
  await shoot(first, 'review-narrow-filters.png')
  await first.page.setViewportSize({ width: 1440, height: 900 })
  await first.page.getByTestId('language').click().catch(() => undefined)
  await shoot(first, 'review-en.png')
  for (const page of pages) assert.deepEqual(page.errors.filter((e) => !/ERR_FAILED/.test(e)), [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} finally {
  for (const page of pages) await page.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
