// A check with a receiver: the app plays a file of NMEA sentences, finds itself inside the site, then outside of it,
// and says so; the signed record states where it was begun, photographed and signed; the map shows the site; a check
// without a receiver says why it has no place.
//
//   node tests/e2e/app_place.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, PIN, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppPerson, attach, choose, saved } from './app_person.mjs'
import { checklist } from './story_checklist.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-place-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`e2e place: ${text}`)
const kSite = 'yongchang-veg'
// Some 350 m each way around the site's point.
const kRing = [[101.9643, 38.2441], [101.9723, 38.2441], [101.9723, 38.2501], [101.9643, 38.2501], [101.9643, 38.2441]]
const pin = [{ wait: 'pinPad' }, ...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]

function track(name, ...corners) {
  const file = join(folder, `${name}.nmea`)
  execFileSync('python3', [join(top, 'tests/nmea/make_track.py'), file, ...corners, '--repeat', '600'])
  return file
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const site = { id: kSite, name: '永昌县设施蔬菜标准化示范区（示例）', region: '620321', programme: '农业标准化示范区', sector: '设施蔬菜', point: { lat: 38.2471, lon: 101.9683 }, boundary: { type: 'Polygon', coordinates: [kRing] } }
  people.publish(writeJson(join(folder, 'zone.json'), checklist), writeJson(join(folder, 'sites.json'), { sites: [site] }))
  people.enrol('inspector', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.sync('inspector')
  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 3, 640, 480)
  const inside = track('inside', '38.2471,101.9683', '38.2472,101.9683')
  const outside = track('outside', '38.2550,101.9683', '38.2551,101.9683')
  const begin = [{ tap: 'startCheck' }, { tap: `site_${kSite}` }, { tap: 'checklist_zone' }, { tap: 'beginCheck' }, { wait: 'itemList' }]
  const pass = (item) => [{ wait: 'itemNo', is: item }, ...choose(item, 'pass')]

  await inspector.work([{ tap: 'navSites' }, { tap: 'sitesMap' }, { wait: 'mapGround', contains: '界线示意' }, { tap: `mapSite_${kSite}` }, { wait: 'mapChosen', is: site.name },
    { wait: 'mapChosenFacts', contains: '您在示范区内', timeout: 20000 }, { screenshot: 'place-map.png' }, { tap: 'mapStart' }, { tap: 'checklist_zone' }, { tap: 'beginCheck' }, { wait: 'itemList' },
    { wait: 'placeChip', matches: '^±[0-9]+ m · 在示范区内', timeout: 20000 }, ...pass('A1'), { tap: 'item_A2' }, ...pass('A2'), ...attach('addPhoto', photo, 'photo0'), { screenshot: 'place-inside.png' },
    { tap: 'section_two' }, ...pass('B1'), { tap: 'item_B2' }, ...pass('B2'), { tap: 'section_three' }, ...pass('C1'), { tap: 'item_C2' }, ...pass('C2'), ...saved], { args: ['--position', `nmea:${inside}`] })
  step('inside of the boundary, and a photo taken in there')

  await inspector.work([{ wait: 'placeChip', matches: '^±[0-9]+ m · 界外 [0-9]+ m', timeout: 20000 }, { screenshot: 'place-outside.png' }, { tap: 'review' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' },
    { draw: 'signaturePad' }, { tap: 'seal' }, ...pin, { wait: 'sealedFingerprint' }, { tap: 'showRecord' }, { wait: 'tabScore' }, { screenshot: 'place-record.png' }], { args: ['--position', `nmea:${outside}`] })
  const { payload: { body } } = people.show('inspector', people.list('inspector', 'inspection.submitted').records[0].id)
  const near = (place, lat, lon) => {
    assert.ok(Math.abs(place.lat - lat) < 0.0005 && Math.abs(place.lon - lon) < 0.0005, JSON.stringify(place))
    assert.ok(place.acc > 0 && place.acc < 50)
    assert.equal(place.source, 'satellite')
    assert.equal(place.mocked, true, 'a file that is played is said to be one')
  }
  near(body.places.begun, 38.2471, 101.9683)
  const photos = Object.values(body.places.files)
  assert.equal(photos.length, 1)
  near(photos[0], 38.2471, 101.9683)
  near(body.places.signed, 38.255, 101.9683)
  step('signed outside of it: the record states all three')

  await inspector.work([...begin, { wait: 'placeChip', contains: '本机没有定位设备' }, ...pass('A1'), { tap: 'item_A2' }, ...pass('A2'), ...attach('addPhoto', photo, 'photo0'),
    { tap: 'section_two' }, ...pass('B1'), { tap: 'item_B2' }, ...pass('B2'), { tap: 'section_three' }, ...pass('C1'), { tap: 'item_C2' }, ...pass('C2'), ...saved,
    { tap: 'review' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...pin, { wait: 'sealedFingerprint' }], { args: ['--position', 'off'] })
  const records = people.list('inspector', 'inspection.submitted').records.map(({ id }) => people.show('inspector', id).payload.body.places)
  const without = records.find((places) => places.signed.none)
  // Which of the two it is depends on whether somebody wanted positions at that moment.
  for (const place of [without.signed, without.begun, ...Object.values(without.files)]) assert.ok(['off', 'no_receiver'].includes(place.none), JSON.stringify(place))
  step('without a receiver each says why there is no place')

  people.sync('inspector')
  for (const { id } of people.list('inspector', 'inspection.submitted').records) {
    const { state } = people.list('inspector', 'inspection.submitted').records.find((record) => record.id === id)
    assert.notEqual(state, 'refused')
  }
  step('the server took both')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
