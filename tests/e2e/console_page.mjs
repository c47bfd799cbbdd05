// The console in real Chromium, driven as a supervisor drives it.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { top } from '../../tools/stage/stage.mjs'

const require = createRequire(join(top, 'sync-server', 'console', 'package.json'))
const { chromium, selectors } = require('playwright-core')
selectors.setTestIdAttribute('data-test')

export class ConsolePage {
  static async open(url, viewport = { width: 1440, height: 900 }) {
    const page = new ConsolePage()
    page.url = url
    page.profile = mkdtempSync(join(tmpdir(), 'plumb-chromium-'))
    page.context = await chromium.launchPersistentContext(page.profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Nor is a service worker registered on a certificate that is not trusted.
      args: ['--ignore-certificate-errors', '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ignoreHTTPSErrors: true, // the server's certificate is its own; the page trusts what it verifies, not the channel
    })
    page.context.setDefaultTimeout(20_000)
    page.page = page.context.pages()[0] ?? (await page.context.newPage())
    page.errors = []
    page.page.on('pageerror', (e) => page.errors.push(String(e)))
    page.page.on('console', (m) => m.type() === 'error' && page.errors.push(m.text().startsWith('Failed to load resource') ? `${m.text()} ${m.location().url}` : m.text()))
    return page
  }

  at(name) {
    return this.page.getByTestId(name)
  }

  async enrol(uri) {
    await this.page.goto(`${this.url}/#/enrol?i=${encodeURIComponent(uri)}`)
    await this.at('enrol-button').click()
    await this.at('nav-queue').waitFor()
  }

  // Opens a record and gives its verification rows: [{check, state, text}].
  async record(place, id) {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.url}/#/${place}/${id}`)
    await this.page.locator(`[data-test=record][data-id="${id}"]`).waitFor()
    await this.page.waitForFunction(() => document.querySelector('[data-test=verify-row]') && !document.querySelector('[data-test=verify-row][data-state=wait]'))
    return this.page.locator('[data-test=verify-row]').evaluateAll((rows) => rows.map((row) => ({ state: row.dataset.state, text: row.textContent.trim() })))
  }

  async decide(button, comment) {
    if (comment) await this.at('comment').fill(comment)
    await this.at(button).click()
    await this.at('confirm-sign').click()
    await this.page.locator('[data-test=decision-done][data-proved=true]').waitFor()
  }

  // Picks from a ChoiceField as a person does: opens it, and presses what it offers; a number is its place there.
  async choose(name, value) {
    await this.at(name).click()
    await this.page.locator(typeof value === 'number' ? `[data-test=choice] >> nth=${value}` : `[data-test=choice][data-value="${value}"]`).click()
  }

  async close() {
    await this.context.close()
    rmSync(this.profile, { recursive: true, force: true })
  }
}
