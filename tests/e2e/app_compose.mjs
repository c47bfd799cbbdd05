// Words that an input method still composes are somebody's words: they come back after the app was killed, after the page
// was left and after the lock; what is chosen at last takes their place, once; saving never disturbs what is being composed.
//
//   node tests/e2e/app_compose.mjs [--keep FOLDER] [--pictures FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-compose-'))
const step = (text) => console.log(`e2e compose: ${text}`)
const saved = [{ wait: 'saveState', matches: '^已存' }, { pause: 700 }]
const away = [{ tap: 'nextItem' }, { wait: 'itemNo', is: '1.2' }, { tap: 'previousItem' }, { wait: 'itemNo', is: '1.1' }]
const note = (is) => ({ wait: 'note', is })
const composed = (is) => ({ wait: 'note.preeditText', is })

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync(inspector.name)

  // Several rounds of saving pass while a word grows; what is chosen stands where it was composed, in the middle of a text.
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 }, { wait: 'itemNo', is: '1.1' },
    { type: 'note', text: '库房整洁' }, ...saved, { keys: 'Left' }, { keys: 'Left' },
    { compose: 'note', text: 'hen' }, ...saved, composed('hen'), note('库房整洁'), { screenshot: 'compose-note.png' },
    { compose: 'note', text: 'hen gan' }, ...saved, composed('hen gan'), { commit: 'note', text: '很' }, note('库房很整洁'), ...saved, ...away, note('库房很整洁'),
    // Given up: nothing of it stays.
    { compose: 'note', text: 'bu' }, ...saved, { compose: 'note', text: '' }, ...saved, ...away, note('库房很整洁')])
  step('what is chosen stands where it was composed, once; what is given up leaves nothing')

  // Killed in the middle of a word, which stands at the end of the text.
  await inspector.play([...unlock, { wait: 'itemList', timeout: 20000 }, { wait: 'itemNo', is: '1.1' }, { tap: 'note' }, { keys: 'Ctrl+End' }, { compose: 'note', text: 'ganzao' }, ...saved, composed('ganzao'), { print: 'note.preeditText' }], { killAfter: 'ganzao' })
  await inspector.play([...unlock, { wait: 'itemList', timeout: 20000 }, { wait: 'itemNo', is: '1.1' }, note('库房很整洁ganzao'), { screenshot: 'compose-killed.png' }, { type: 'note', text: '库房很整洁' }, ...saved])
  step('killed in the middle of a word, its letters are there')

  // The page is left, and the tablet locked, in the middle of a word.
  await inspector.play([...unlock, { wait: 'itemList', timeout: 20000 }, { tap: 'note' }, { keys: 'Ctrl+End' }, { compose: 'note', text: 'tongfeng' }, { tap: 'review' }, { wait: 'missingTitle' }, { tap: 'back' }, { wait: 'itemNo', is: '1.1' }, note('库房很整洁tongfeng'),
    { type: 'note', text: '库房' }, { compose: 'note', text: 'liang' }, { tap: 'checkLock' }, ...unlock, { wait: 'itemNo', is: '1.1' }, note('库房liang')])
  step('the page left and the tablet locked in the middle of a word: its letters are there')
  // A question of one line, in the middle of what stands there; the place of it before any letter is given up, too.
  const where = 'q_i2_where'
  const back = [{ tap: 'nextItem' }, { wait: 'itemNo', is: '2.2' }, { tap: 'previousItem' }, { wait: 'itemNo', is: '2.1' }]
  await inspector.play([...unlock, { wait: 'itemList', timeout: 20000 }, { tap: 'section_s2' }, { wait: 'itemNo', is: '2.1' }, { type: where, text: '棚' }, { keys: 'Home' }, { compose: where, text: 'san hao' }, ...saved, { wait: `${where}.preeditText`, is: 'san hao' }, { commit: where, text: '三号' }, { wait: where, is: '三号棚' }, ...saved, ...back, { wait: where, is: '三号棚' },
    { tap: where }, { keys: 'End' }, { compose: where, text: 'dong' }, ...back, { wait: where, is: '三号棚dong' }])
  step('a line of its own: chosen once, and kept when the item is left in the middle of a word')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
