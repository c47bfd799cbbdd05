// A checklist with a list, a table and a picture of its own, in the app's window: the picture stands over its question, a village is found in the
// list by a part of its name and shown by what the list calls it, and what is looked up of it counts at once and in the signed record. Sounds and
// films of another checklist are played where they stand; a recording that is an answer is played there, on the record's page, and on a
// colleague's tablet once it was fetched.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { film, writeRecordings, writeTone } from './recordings.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'
import { writeList, writeTableAndPicture, writeVillages } from './villages.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-attached-app-'))
const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const made = join(folder, 'made')
  const file = writeVillages(made)
  writeList(made)
  writeTableAndPicture(made)
  people.publish(file, writeRecordings(join(folder, 'recordings')), compiled('6b'), join(top, 'assets/samples/sites.json'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(inspector.name)
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_villages' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
    { wait: 'picture_village' }, { pause: 800 }, { screenshot: 'app-attached.png' }, { tap: 'q_village' }, { type: 'pickSearch', text: '东湾' }, { tap: 'pick_dongwan' }, { wait: 'saveState', contains: '已存' },
    { wait: 'q_area', is: '42' }, { pause: 500 }, { screenshot: 'app-attached-picked.png' }, { tap: 'review' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  const { records } = people.list(inspector.name, 'inspection.submitted')
  people.sync(inspector.name)
  const shown = people.show(inspector.name, records[0].id)
  assert.equal(shown.state, 'proved')
  assert.equal(shown.payload.body.answers.village, 'dongwan')
  assert.equal(shown.payload.body.score.points, 10000)

  const played = (name) => [{ tap: name }, { wait: `${name}.phase`, is: 'ended', timeout: 20000 }]
  const said = writeTone(join(folder, '口述.wav'), 1.2, 0.4)
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_heard' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
    { wait: 'sound_like.length', is: '0:02' }, { wait: 'film_like.length', is: '0:02' }, { screenshot: 'app-sounds.png' }, { tap: 'sound_like' }, { wait: 'sound_like.progress', matches: '^0\\.[1-9]' }, { screenshot: 'app-sound-playing.png' },
    { wait: 'sound_like.phase', is: 'ended', timeout: 20000 }, { wait: 'sound_like.progress', is: '1' },
    ...played('sound_answer_like_calm'), { wait: 'answer_like_calm.chosen', is: false }, { tap: 'answer_like_calm' }, { wait: 'answer_like_calm.chosen', is: true },
    { tap: 'film_like' }, { wait: 'filmPicture.empty', is: false }, { screenshot: 'app-film.png' }, { wait: 'filmTimes', contains: '0:02 / 0:02', timeout: 20000 }, { tap: 'filmClose' }, { gone: 'filmClose' },
    { tap: 'q_said_add' }, { type: 'filePath', text: said }, { tap: 'fileOpen' }, { wait: 'q_said_sound0.length', is: '0:01' }, ...played('q_said_sound0'),
    { tap: 'q_shown_add' }, { type: 'filePath', text: film }, { tap: 'fileOpen' }, { tap: 'q_shown_film0' }, { wait: 'filmTimes', contains: '0:02 / 0:02', timeout: 20000 }, { keys: 'Escape' }, { gone: 'filmClose' },
    { wait: 'saveState', contains: '已存' }, { pause: 500 }, { screenshot: 'app-recordings.png' }, { tap: 'review' }, { tap: 'goSign' }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 },
    { tap: 'showRecord' }, { tap: 'tabItems' }, ...played('sound_outcome0_0'), { screenshot: 'app-record-recordings.png' }])
  people.sync(inspector.name)
  const colleague = new AppInspector(people, folder, options.pictures)
  colleague.name = 'colleague'
  people.enrol(colleague.name, people.invite('检查员乙', 'inspector', '--region', '62'))
  people.sync(colleague.name)
  // The film is the one that came with the checklist: it is here already.
  await colleague.play([...unlock, { tap: 'navRecords' }, { tap: 'record0' }, { tap: 'tabItems' }, { wait: 'photosAway.text', contains: '录音录像在服务器上，1 个' }, { screenshot: 'app-recordings-away.png' }, { tap: 'fetchPhotos' },
    { wait: 'sound_outcome0_0', timeout: 20000 }, ...played('sound_outcome0_0'), { tap: 'film_outcome0_0' }, { wait: 'filmTimes', contains: '0:02 / 0:02', timeout: 20000 }, { tap: 'filmClose' }])
  // On a phone a check is started in two steps; what is meant for other sites stands under "all".
  await colleague.play([...unlock, { resize: '412x915' }, { tap: 'startCheck' }, { wait: 'site_yongchang-veg' }, { gone: 'beginCheck' }, { screenshot: 'app-start-sites.png' }, { tap: 'site_yongchang-veg' },
    { wait: 'checklist_heard' }, { gone: 'site_yongchang-veg' }, { gone: 'checklist_6b' }, { tap: 'chosenSite' }, { tap: 'site_yongchang-veg' }, { tap: 'allChecklists' }, { wait: 'checklist_6b' }, { screenshot: 'app-start-checklists.png' },
    { tap: 'checklist_heard' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 }, { wait: 'sound_like.length', is: '0:02' }, { screenshot: 'app-sounds-phone.png' }])
  console.log('e2e attached: the picture was shown, a village was found in its list, and the record was proved; sounds and films were played to their ends, on two tablets')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
