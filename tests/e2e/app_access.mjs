// Every page of the app for everybody: on the sample province, each page, sheet and dialog is walked as a screen reader would
// (names, roles), as a thumb would (56 x 56) and by Tab alone; on a tablet and on a phone. It fails when a page, a stage or
// a sheet that is built into the app was not walked over.
//
//   node tests/e2e/app_access.mjs [--keep FOLDER] [--pictures FOLDER] [--only tablet|apart|rail|phone|side|office]
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { bin, freePort, People, PIN, run, Server, top } from '../../tools/stage/stage.mjs'
import { walkOffice } from './access_office.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'
import { oldWords } from './old_words.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' }, only: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-access-'))
process.env.QT_PLUGIN_PATH = join(bin('.'), '..', 'plugins')
process.env.QT_QPA_GENERIC_PLUGINS = 'plumbaccess'

const digits = [...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
const faults = []
const walked = new Set()
// What people and checklists wrote in words that the app has, too; a standard is named in both languages, a paper in its own.
const written = ['符合', '不符合', '完成', '追溯码', '陪同人', 'photo', /^On-site inspection record \d/, /^(National food|Good agric|Code of|General|Maximum|[A-Z][a-z]+ .*)(standard|food|products?|pesticides?)/]
class Walker extends AppInspector {
  constructor(people, name) {
    super(people, folder, options.pictures)
    this.name = name
  }
  // Which pages were to be seen at each walk, and what they still said in the language that they had left.
  note(out) {
    faults.push(...oldWords(out, written))
    for (const [, pages] of out.matchAll(/^access .* \d+ (\S+)$/gm)) for (const page of pages.split(',')) walked.add(page)
  }
  // Walks over all the pages, and keeps what was found wrong for the end.
  async walk(where, steps, args = []) {
    const all = steps.flatMap((step) => (step.access ? [{ ...step, access: `${where} ${step.access}` }, { words: `${where} ${step.access}` }, ...(options.pictures ? [{ screenshot: `${where}-${step.access}.png` }] : [])] : [step]))
    const patient = all.map((step) => ({ timeout: 40_000, ...step }))
    try {
      const out = await super.play(patient, { args })
      this.note(out)
      console.log(`access: ${where}: ${(out.match(/^access /gm) ?? []).length} pages`)
    } catch (error) {
      const lines = [...error.message.matchAll(/^drive: (.*)$/gm)].map(([, line]) => line)
      this.note(error.message)
      if (!/ended with 5 /.test(error.message)) throw error
      faults.push(...lines)
    }
  }
}

let server
try {
  const port = await freePort()
  const home = join(folder, 'province')
  const done = run('sample-province', ['--sites', '5', '--seed', '7', '--home', home, '--url', `https://127.0.0.1:${port}`])
  assert.equal(done.code, 0, done.err)
  const { enrol } = JSON.parse(readFileSync(join(home, 'province.json'), 'utf8'))
  server = new Server(home, port)
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const inspector = new Walker(people, 'inspector')
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 640, 480)

  await inspector.walk('first-run', [{ wait: 'invitation' }, { access: 'invitation' }, { type: 'invitation', text: enrol.inspector }, { tap: 'inviteNext' }, { wait: 'newPin' }, { access: 'new-pin' }, ...digits, ...digits,
    { wait: 'comparisonText' }, { access: 'comparison' }, { tap: 'comparisonDone' }, { wait: 'navSync' }, { access: 'today-empty' }, { tap: 'navSync' }, { tap: 'syncNow' }, { wait: 'syncWord', is: '全部已同步' }, { access: 'sync' }])

  const { site } = people.list('inspector', 'inspection.submitted').records[0]

  const pages = (leave) => [{ wait: 'pinPad' }, { access: 'pin' }, ...unlock.slice(1), ...leave, { wait: 'startCheck' }, { access: 'today' },
    { tap: 'navSites' }, { wait: 'siteSearch' }, { access: 'sites' }, { tap: `site_${site}` }, { wait: 'siteFact_id' }, { access: 'site' }, { tap: 'siteCorrect' }, { wait: 'proposeSign' }, { access: 'propose' }, { tap: 'proposeWalk' }, { wait: 'walkSaid' }, { access: 'walk' }, { tap: 'back' }, { tap: 'back' }, { tap: 'back' }, { tap: 'sitesMap' }, { wait: 'mapView' }, { access: 'map' }, { tap: 'mapLayers' }, { wait: 'mapChoose' }, { access: 'map-file' }, { tap: 'sheetClose' },
    { tap: 'navRecords' }, { wait: 'record0' }, { access: 'records' }, { tap: 'record0' }, { wait: 'fingerprint' }, { access: 'record' },
    { tap: 'tabItems' }, { wait: 'outcome0' }, { access: 'record-items' }, { tap: 'papers' }, { wait: 'paperPage0' }, { access: 'papers' }, { tap: 'back' }, { tap: 'back' },
    { tap: 'navRectify' }, { wait: 'casesToDo' }, { access: 'rectify' },
    { tap: 'navSettings' }, { wait: 'themeLight' }, { access: 'settings' }, { scroll: 'settingsPage', by: -30 }, { access: 'settings-end' },
    { tap: 'navSync' }, { wait: 'syncNow' }, { access: 'sync' }, { tap: 'compareLogs' }, { wait: 'compareCode' }, { access: 'compare' }, { tap: 'back' }, { tap: 'navToday' }]
  const check = [{ tap: 'startCheck' }, { wait: 'siteSearch' }, { access: 'start' }, { tap: `site_${site}` }, { wait: 'beginCheck' }, { access: 'start-checklist' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList' }, { access: 'check' }]
  const photographed = [{ tap: 'section_s2' }, { tap: 'item_2' }, { wait: 'itemNo', is: '2.1' }, { access: 'check-item' }, { tap: 'addPhoto' }, { wait: 'filePath' }, { access: 'file-sheet' }, { type: 'filePath', text: photo }, { tap: 'fileOpen' }, { wait: 'photo0' },
    { tap: 'photo0' }, { wait: 'markedPhoto' }, { access: 'photo' }, { tap: 'photoClose' }]
  const judged = [{ tap: 'answer_na' }, { wait: 'naReason' }, { access: 'na-sheet' }, { tap: 'sheetClose' },
    { tap: 'guidance' }, { access: 'guidance' }, { tap: 'sheetClose' }, { tap: 'review' }, { wait: 'missingTitle' }, { access: 'preflight' }]

  if (!options.only || options.only === 'tablet') await inspector.walk('tablet', [...pages([]), ...check, ...photographed, ...judged])
  // The rail of places at every height with the largest text: one that cannot decide on its columns never comes to rest.
  if (!options.only || options.only === 'rail') await inspector.walk('rail', [...unlock, { wait: 'startCheck' }, { screenshot: 'rail.png', as: Array.from({ length: 14 }, (_, n) => `1280x${640 + 20 * n} en 200`) }])
  if (!options.only || options.only === 'phone') await inspector.walk('phone', pages([{ wait: 'itemList' }, { access: 'check' }, { tap: 'back' }]), ['--size', '412x915', '--language', 'en'])
  // A phone that lies on its side: little height, and nothing of it wasted.
  if (!options.only || options.only === 'side') await inspector.walk('side', [...pages([]), ...check, { tap: 'sectionsOpen' }, { wait: 'section_s2' }, { access: 'sections' }, ...photographed, { tap: 'back' }], ['--size', '915x412'])
  // Sentences that are kept: what was asked of a server that is not to be reached.
  await server.stop()
  if (!options.only || options.only === 'apart') await inspector.walk('apart', [...unlock, { wait: 'startCheck' }, { tap: 'navRecords' }, { tap: 'record0' }, { tap: 'fetchPhotos' }, { wait: 'photosAway', contains: '现在没有网络' }, { access: 'record-apart' }])
  if (!options.only || options.only === 'office') await walkOffice(folder, (others, name) => new Walker(others, name))
  if (!options.only) {
    const built = [...readFileSync(join(top, 'mobile/sources.cmake'), 'utf8').matchAll(/(\w+(?:Page|Pane|Stage|Sheet))\.qml/g)].map(([, name]) => name)
    assert.ok(built.length > 40)
    const left = built.filter((name) => !walked.has(name) && name !== 'Sheet')
    assert.deepEqual(left, [], 'pages that the walk does not come to')
  }
  if (faults.length > 0) console.error(faults.join('\n'))
  assert.equal(faults.length, 0, `${faults.length} things that not everybody can use`)
  console.log('1 passed, 0 failed')
} catch (error) {
  if (server) console.error(server.log)
  throw error
} finally {
  await server?.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
