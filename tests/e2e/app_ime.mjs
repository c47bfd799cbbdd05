// A real input method of the system: fcitx5 with pinyin under X, keys by xdotool. What is composed stands in the field and
// is kept while it grows; a candidate is chosen, of the second page, too; the item is left and the app killed in the
// middle of a word, and its letters are there. Where the programs are missing the test says so and is skipped (77).
//
//   node tests/e2e/app_ime.mjs [--keep FOLDER] [--pictures FOLDER]
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const missing = ['Xvfb', 'openbox', 'dbus-daemon', 'fcitx5', 'fcitx5-remote', 'xdotool'].filter((name) => spawnSync('which', [name]).status !== 0)
const plugins = spawnSync('qtpaths6', ['--query', 'QT_INSTALL_PLUGINS'], { encoding: 'utf8' }).stdout?.trim() || '/usr/lib/x86_64-linux-gnu/qt6/plugins'
if (!existsSync(join(plugins, 'platforminputcontexts', 'libfcitx5platforminputcontextplugin.so'))) missing.push('the plugin of fcitx5 for Qt 6')
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(', ')} not found; apt install xvfb openbox dbus xdotool fcitx5 fcitx5-pinyin fcitx5-frontend-qt6`)
  process.exit(77)
}

const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-ime-'))
const step = (text) => console.log(`e2e ime: ${text}`)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const started = []

// A screen, a bus, a window manager (no window has the keys without one) and the input method, for this test alone.
async function desktop() {
  const home = join(folder, 'desktop')
  mkdirSync(join(home, '.config', 'fcitx5'), { recursive: true })
  mkdirSync(join(home, 'run'), { mode: 0o700 })
  writeFileSync(join(home, '.config', 'fcitx5', 'profile'), '[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n[Groups/0/Items/1]\nName=pinyin\nLayout=\n\n[GroupOrder]\n0=Default\n')
  const begin = (program, args, env, said) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, { env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), XDG_SESSION_TYPE: 'x11', LANG: 'C.UTF-8', ...env }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
      started.push(child)
      child.on('error', reject)
      for (const stream of said ?? []) child.stdio[stream].on('data', (chunk) => resolve(String(chunk).trim()))
      if (!said) resolve('')
    })
  const display = `:${await begin('Xvfb', ['-displayfd', '3', '-screen', '0', '1300x820x24', '-nolisten', 'tcp'], {}, [3])}`
  const bus = (await begin('dbus-daemon', ['--session', '--nofork', '--print-address'], {}, [1])).split('\n')[0]
  const env = { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus }
  await begin('openbox', [], env)
  await begin('fcitx5', [], env)
  Object.assign(process.env, env, { XDG_RUNTIME_DIR: join(home, 'run'), PLUMB_E2E_PLATFORM: 'xcb', QT_IM_MODULE: 'fcitx' })
  await wait(3000)
}

const x = (...args) => spawnSync('xdotool', args, { encoding: 'utf8' })
// The app's window gets the keys, and they mean pinyin.
function pinyin() {
  const window = x('search', '--onlyvisible', '--name', '准绳').stdout.trim().split('\n').at(-1)
  x('windowactivate', '--sync', window)
  x('windowfocus', '--sync', window)
  spawnSync('fcitx5-remote', ['-s', 'pinyin'])
}
async function keys(...names) {
  for (const name of names) {
    x('key', name)
    await wait(120)
  }
}
const type = (letters) => keys(...letters)

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
  await desktop()

  const patient = (steps) => steps.map((one) => ({ timeout: 30_000, ...one }))
  const saved = [{ wait: 'saveState', matches: '^已存' }, { pause: 700 }]
  const note = (matches) => ({ wait: 'note', matches })
  const open = [...unlock, { wait: 'itemList' }, { wait: 'itemNo', is: '1.1' }]

  await inspector.play(patient([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList' }, { wait: 'itemNo', is: '1.1' }, { tap: 'note' }, { print: 'itemNo.text' },
    { wait: 'note.preeditText', is: 'ni hao' }, note('^$'), { screenshot: 'ime-composing.png' }, ...saved, { wait: 'note.preeditText', is: 'ni hao' }, { print: 'note.preeditText' },
    note('^你好$'), { wait: 'note.preeditText', is: '' }, ...saved, { print: 'saveState.text' },
    note('^你好[一-龥]$'), { screenshot: 'ime-chosen.png' }, ...saved, { print: 'note.text' }]),
  { on: {
    'itemNo.text': async () => { pinyin(); await type('nihao') },
    'note.preeditText': () => keys('space'),
    // The third of the second page.
    'saveState.text': async () => { await type('shi'); await keys('equal', '3') },
  } })
  step('composed, kept while it grows, chosen; another chosen from the second page')

  // The item is left in the middle of a word: whether the input method gives its letters or its first word, they stay.
  await inspector.play(patient([...open, { tap: 'note' }, { keys: 'Ctrl+End' }, { print: 'itemNo.text' }, { wait: 'note.preeditText', is: 'gan' }, ...saved, { tap: 'nextItem' }, { wait: 'itemNo', is: '1.2' }, { tap: 'previousItem' }, { wait: 'itemNo', is: '1.1' },
    note('^你好[一-龥](gan|[一-龥])$'), { screenshot: 'ime-left.png' }, { type: 'note', text: '' }, ...saved]), { on: { 'itemNo.text': async () => { pinyin(); await type('gan') } } })
  step('the item left in the middle of a word: nothing of it is lost')

  await inspector.play(patient([...open, { tap: 'note' }, { print: 'itemNo.text' }, { wait: 'note.preeditText', is: 'tong feng' }, ...saved, { print: 'note.preeditText' }]), { killAfter: 'note.preeditText', on: { 'itemNo.text': async () => { pinyin(); await type('tongfeng') } } })
  await inspector.play(patient([...open, note('^tong feng$'), { screenshot: 'ime-killed.png' }]))
  step('killed in the middle of a word, its letters are there')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  // The input method writes its history while it ends.
  for (const child of started.reverse()) {
    const ended = new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()))
    child.kill()
    await ended
  }
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
