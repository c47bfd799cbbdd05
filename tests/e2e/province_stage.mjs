// The sample province on a real server, with browsers of its people: what tests of the whole console stand on.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, run, Server, top } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'

export const kSizes = { wide: { width: 1280, height: 800 }, phone: { width: 412, height: 915 }, wall: { width: 2560, height: 1440 } }
const axe = readFileSync(createRequire(join(top, 'sync-server', 'console', 'package.json')).resolve('axe-core/axe.min.js'), 'utf8')

export class ProvinceStage {
  static async open(sites) {
    const stage = new ProvinceStage()
    stage.folder = mkdtempSync(join(tmpdir(), 'plumb-every-page-'))
    stage.pages = []
    const home = join(stage.folder, 'province')
    // One that was made before is looked at again where this names it.
    const kept = process.env.PLUMB_PROVINCE
    if (kept) cpSync(kept, home, { recursive: true })
    const port = kept ? Number(new URL(JSON.parse(readFileSync(join(home, 'province.json'), 'utf8')).url).port) : await freePort()
    const made = kept ? { code: 0, out: kept } : run('sample-province', ['--sites', String(sites), '--seed', '7', '--home', home, '--url', `https://127.0.0.1:${port}`])
    if (made.code !== 0) throw new Error(made.err)
    stage.said = made.out.trim()
    stage.province = JSON.parse(readFileSync(join(home, 'province.json'), 'utf8'))
    stage.server = new Server(home, port)
    await stage.server.start()
    stage.people = new People(join(stage.folder, 'people'), stage.server)
    stage.people.enrol('admin', stage.province.enrol.administrator)
    for (const person of stage.province.people) stage.people.persons.set(person.name, person.id)
    return stage
  }

  // A person of the province, with a browser.
  async browser(id, role, ...more) {
    const { name } = this.province.people.find((person) => person.id === id)
    const page = await ConsolePage.open(this.server.url, kSizes.wide)
    this.pages.push(page)
    page.context.setDefaultTimeout(60_000)
    page.asked = new Set()
    page.page.on('request', (one) => page.asked.add(one))
    for (const end of ['requestfinished', 'requestfailed']) page.page.on(end, (one) => page.asked.delete(one))
    // A colour on its way from one theme to the other is none to be judged.
    await page.page.emulateMedia({ reducedMotion: 'reduce' })
    await page.enrol(this.people.invite(name, role, '--suite', 'ES256', ...more))
    // Whatever the person chose is told at once; else it would stand over every picture.
    await page.at('fresh-done').click()
    return page
  }

  async close() {
    for (const page of this.pages) await page.close()
    await this.server.stop('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

// Every place of the console, as its router names them: a new page is looked at without anybody telling this test.
export function placesOfRouter() {
  const source = readFileSync(join(top, 'sync-server/console/src/ui/router.ts'), 'utf8')
  const [, list] = /kPlaces: Place\[\] = \[([^\]]*)\]/.exec(source)
  return [...list.matchAll(/'(\w+)'/g)].map((m) => m[1])
}

// Nothing is under way any more: no list is read, no record verified, and the page has stood still for a moment of its own
// clock, however busy the machine is. Where there is room for it a list opens its first.
export async function settled(page) {
  const until = Date.now() + 60_000
  let rests = false
  while (!rests || page.asked.size > 0) {
    if (Date.now() > until) throw new Error(`${page.page.url()} does not come to rest`)
    await page.page.evaluate(() => new Promise((done) => {
      let quiet = setTimeout(end, 80)
      const latest = setTimeout(end, 2000)
      const watch = new MutationObserver(() => {
        clearTimeout(quiet)
        quiet = setTimeout(end, 80)
      })
      function end() {
        clearTimeout(quiet)
        clearTimeout(latest)
        watch.disconnect()
        done()
      }
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    }))
    rests = await page.page.evaluate(() => {
      const opens = innerWidth >= 920 && document.querySelector('[data-test=queue-item]') && !document.querySelector('[data-test=record], [data-test=record-error]')
      return !opens && !document.querySelector('[aria-busy=true], [data-loading=true], [data-test=verify-row][data-state=wait]')
    })
  }
  await page.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

export async function speak(page, language) {
  await page.page.evaluate((wanted) => {
    if (!document.documentElement.lang.startsWith(wanted)) document.querySelector('[data-test=language]').click()
  }, language)
}

export async function dress(page, theme) {
  for (let i = 0; i < 3; ++i) {
    const is = await page.page.evaluate(() => document.querySelector('[data-test=theme]').dataset.themeChosen)
    if (is === theme) return
    await page.page.evaluate(() => document.querySelector('[data-test=theme]').click())
  }
  throw new Error(`no theme ${theme}`)
}

export async function size(page, { width, height }) {
  await page.page.setViewportSize({ width, height })
  await page.page.waitForFunction(() => document.documentElement.classList.contains('narrow') === innerWidth < 920)
}

// Whatever axe finds (WCAG 2.2, A and AA), and what stands beyond the right edge.
export async function faultsOf(page) {
  if (!(await page.page.evaluate(() => 'axe' in globalThis))) await page.page.evaluate(axe)
  return page.page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
    const faults = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 140)}${v.id === 'color-contrast' ? ` (${n.any[0]?.data?.fgColor} on ${n.any[0]?.data?.bgColor}, ${n.any[0]?.data?.contrastRatio})` : ''}`).join(' | ')}`)
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (over > 0) faults.push(`${over} px wider than the window`)
    const out = [...document.querySelectorAll('main *, .list *, .nav *, [role=dialog] *')].filter((e) => e.checkVisibility() && !e.closest('.hidden, .skip, thead') && e.getBoundingClientRect().right > innerWidth + 1)
    // What lies in a box that scrolls by itself is reached, but nobody should have to on a phone: tables become rows there.
    if (out.length > 0) faults.push(`beyond the edge: ${[...new Set(out.map((e) => `${e.tagName.toLowerCase()}.${String(e.className?.baseVal ?? e.className).split(' ')[0]}`))].slice(0, 5).join(', ')}`)
    return faults
  })
}
