// Every page that the router knows, with the sample province in it, and the first page of each kind that they lead to: in
// Chinese and English, light and dark, wide, on a phone and on a wall. None has a fault that axe knows, none is wider than
// its window, and on each the keyboard reaches whatever can be operated, with a ring that shows where it is. The queue
// loads at most 300 KB before it stands there, under a strict policy.
//
//   node tests/e2e/console_every_page.mjs [--pictures FOLDER] [--only PLACE]
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { ConsolePage } from './console_page.mjs'
import { dress, faultsOf, kSizes, placesOfRouter, ProvinceStage, settled, size, speak } from './province_stage.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' }, only: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const step = (text) => console.log(`console_every_page: ${text}`)
const kFirstLoad = 300 * 1024
const kEngine = 700 * 1024
// Who sees a page with something on it; whoever is not named here is the supervisor.
const kWho = { assess: 'enterprise', people: 'administrator', checklists: 'administrator', calendar: 'administrator', sites: 'administrator', rounds: 'administrator', archive: 'administrator', about: 'enterprise' }
const faults = []

// The first address of each kind that the page leads to, below its own place.
const below = (page, place) =>
  page.page.evaluate((name) => {
    const found = new Map()
    for (const a of document.querySelectorAll(`main a[href^="#/${name}/"], .list a[href^="#/${name}/"]`)) {
      const parts = a.getAttribute('href').split('?')[0].split('/').slice(2)
      const kind = /^[a-z]+$/.test(parts[0]) && parts.length === 1 ? parts[0] : `${parts.length} parts`
      if (!found.has(kind)) found.set(kind, a.getAttribute('href'))
    }
    return [...found.values()]
  }, place)

// All that can be operated, by the way to it; and what listens to a click and cannot be reached by a key.
function operable() {
  const kActive = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && !e.disabled && !e.closest('[inert], .skip')
  const all = [...document.querySelectorAll(kActive)].filter((e) => seen(e) && e.tabIndex >= 0)
  // Of radio buttons of one name one takes the focus, and arrows go on from it.
  const one = all.filter((e) => e.type !== 'radio' || e.checked || ![...document.querySelectorAll(`input[type=radio][name="${CSS.escape(e.name)}"]`)].some((r) => r.checked || (r !== e && r.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)))
  one.forEach((e, i) => (e.dataset.walk = String(i)))
  const deaf = [...document.querySelectorAll('*')].filter((e) => {
    const listens = Object.getOwnPropertySymbols(e).some((s) => s.description === '_vei' && Object.keys(e[s]).some((name) => /^onClick/.test(name) && e[s][name]))
    return listens && seen(e) && !e.matches(`${kActive}, label`) && !e.closest('a, button, summary, label') && !e.querySelector(kActive)
  })
  return { count: one.length, deaf: deaf.map((e) => e.outerHTML.slice(0, 120)) }
}

async function walk(page, where) {
  const { count, deaf } = await page.page.evaluate(operable)
  if (deaf.length > 0) faults.push(`${where}: takes a click and no key: ${deaf.join(' | ')}`)
  // From the very beginning of the page, wherever the focus was.
  await page.page.evaluate(() => {
    const start = Object.assign(document.createElement('a'), { tabIndex: 0, id: 'walk-begins' })
    document.body.prepend(start)
    start.focus()
  })
  const reached = new Set()
  for (let i = 0; i < 260 && reached.size < count; ++i) {
    await page.page.keyboard.press('Tab')
    if (i === 0) await page.page.evaluate(() => document.getElementById('walk-begins').remove())
    const on = await page.page.evaluate(() => {
      const e = document.activeElement
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e)
      const host = e.matches('.hidden') ? e.closest('label') ?? e.nextElementSibling : e
      const style = host ? getComputedStyle(host) : null
      const after = getComputedStyle(e, '::after') // a link that is as large as its row
      const ring = e === document.body || outlineStyle !== 'none' && outlineWidth !== '0px' || boxShadow !== 'none' || (after.content !== 'none' && after.outlineStyle !== 'none') || (style && style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
      return { at: e.dataset.walk ?? null, ring, html: e.outerHTML.slice(0, 120) }
    })
    if (on.at !== null) reached.add(on.at)
    if (!on.ring) faults.push(`${where}: no ring around ${on.html}`)
  }
  if (reached.size >= count || count > 240) return
  const left = await page.page.evaluate((got) => [...document.querySelectorAll('[data-walk]')].filter((e) => !got.includes(e.dataset.walk)).map((e) => e.outerHTML.slice(0, 120)).slice(0, 4), [...reached])
  if (left.length > 0) faults.push(`${where}: Tab does not reach ${count - reached.size} of ${count}: ${left.join(' | ')}`)
}

let pictures = 0
async function look(page, address) {
  const name = address.replace(/^#\//, '').replace(/[^\w-]+/g, '-').slice(0, 40)
  const tell = async (where) => faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`))
  await page.page.goto(`${page.url}/${address}`)
  await settled(page)
  for (const [width, way] of Object.entries(kSizes)) {
    await size(page, way)
    for (const language of width === 'wall' ? ['zh'] : ['zh', 'en']) {
      await speak(page, language)
      for (const theme of width === 'wall' ? ['light'] : ['light', 'dark']) {
        await dress(page, theme)
        await settled(page)
        await tell(`${name} ${width} ${language} ${theme}`)
        if (options.pictures) await page.page.screenshot({ path: join(options.pictures, `${name}-${width}-${language}-${theme}.png`) }), ++pictures
      }
    }
  }
  await size(page, kSizes.wide)
  await speak(page, 'zh')
  await dress(page, 'light')
  await walk(page, name)
}

let stage
try {
  stage = await ProvinceStage.open(8)
  step(stage.said)
  const people = {
    supervisor: await stage.browser(stage.province.supervisor, 'supervisor', '--region', '62', '--region', '63'),
    administrator: await stage.browser(stage.province.people.find((p) => p.role === 'administrator').id, 'administrator', '--region', '62', '--region', '63'),
    enterprise: await stage.browser(stage.province.enterprise, 'enterprise', '--site', stage.province.people.find((p) => p.id === stage.province.enterprise).site),
  }

  // What comes over the line before the queue stands there, as a server with gzip would send it.
  const { supervisor } = people
  const loaded = []
  supervisor.page.on('response', (answer) => /\.(js|css|svg|html|wasm)$|\/$/.test(new URL(answer.url()).pathname) && loaded.push(answer))
  await supervisor.page.goto('about:blank')
  await supervisor.page.goto(`${stage.server.url}/#/queue`)
  await supervisor.at('queue-item').first().waitFor()
  await settled(supervisor)
  const sizes = await Promise.all(loaded.map(async (answer) => [new URL(answer.url()).pathname, gzipSync(await answer.body(), { level: 6 }).length]))
  // The engine comes once the queue stands, for the record that is open beside it.
  const isEngine = ([path]) => /\/assets\/(engine|host)-/.test(path)
  const weigh = (some) => some.reduce((all, [, bytes]) => all + bytes, 0)
  const sum = weigh(sizes.filter((one) => !isEngine(one)))
  assert.ok(weigh(sizes.filter(isEngine)) <= kEngine, 'the engine is within its bound')
  assert.ok(sizes.length >= 3 && sum <= kFirstLoad, `the queue loads ${sum} bytes: ${sizes.map(([path, bytes]) => `${path} ${bytes}`).join(', ')}`)
  step(`the queue stands after ${Math.round(sum / 1024)} KB of ${kFirstLoad / 1024}`)
  const policy = loaded[0].headers()['content-security-policy']
  assert.match(policy, /default-src '(none|self)'/)
  assert.match(policy, /script-src 'self'( 'wasm-unsafe-eval')?;/)
  assert.match(policy, /frame-ancestors 'none'/)

  for (const place of placesOfRouter()) {
    if (place === 'enrol' || (options.only && !options.only.split(',').includes(place))) continue
    const page = people[kWho[place] ?? 'supervisor']
    const before = faults.length
    const seen = new Set([`#/${place}`])
    for (const address of seen) {
      await look(page, address)
      if (seen.size === 1) for (const more of await below(page, place)) seen.add(more)
    }
    step(`${place}: ${seen.size} ${seen.size === 1 ? 'page' : 'pages'}${faults.length > before ? `, ${faults.length - before} faults` : ''}`)
  }
  // Pages that anybody opens follow the system, with or without a script.
  if (!options.only) {
    const page = await ConsolePage.open(stage.server.url, kSizes.phone)
    stage.pages.push(page)
    for (const address of ['verify', 'complain', 'published']) {
      for (const language of ['zh', 'en']) {
        for (const scheme of ['light', 'dark']) {
          await page.page.emulateMedia({ colorScheme: scheme })
          await page.page.goto(`${stage.server.url}/${address}?language=${language}`)
          await page.page.locator('h1, h2').first().waitFor()
          for (const [width, way] of Object.entries({ wide: kSizes.wide, phone: kSizes.phone })) {
            await page.page.setViewportSize(way)
            faults.push(...(await faultsOf(page)).map((fault) => `${address} ${width} ${language} ${scheme}: ${fault}`))
            if (options.pictures) await page.page.screenshot({ path: join(options.pictures, `public-${address}-${width}-${language}-${scheme}.png`) }), ++pictures
          }
          const ground = await page.page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number))
          assert.equal(ground[0] < 60, scheme === 'dark', `${address} is ${scheme}: ${ground}`)
        }
      }
    }
    step('the public pages')
  }
  for (const [who, page] of Object.entries(people)) assert.deepEqual(page.errors, [], `what the page of the ${who} logged`)
  assert.deepEqual(faults, [])
  step(`nothing wrong${pictures > 0 ? `; ${pictures} pictures` : ''}`)
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(faults.join('\n'))
  throw error
} finally {
  await stage?.close()
}
