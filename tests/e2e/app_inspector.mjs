// An inspector who works with the tablet app: its real window and QML, offscreen, driven by real taps and keys
// (mobile/DRIVE.md). Half-way through the form the app is killed with SIGKILL and started again.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, PIN } from '../../tools/stage/stage.mjs'
import { document, found, photoItems } from './answers.mjs'

const pinOf = (pin) => [...[...pin].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
export const unlock = [{ wait: 'pinPad' }, ...pinOf(PIN)]

// The steps that answer one item as it was found (`found`: answers, na, notes by name; `photoItems`: those that need a photo).
// A section opens at its first item; the others are rows until they are tapped.
export function itemSteps(item, first, photos, found, photoItems) {
  const steps = first ? [] : [{ tap: `item_${item.id}` }]
  steps.push({ wait: 'itemNo', is: item.no })
  if (found.na?.[item.id]) return [...steps, { tap: 'answer_na' }, { type: 'naReason', text: found.na[item.id] }, { tap: 'naReasonSave' }]
  for (const question of item.questions) {
    const value = found.answers[question.id]
    if (value === undefined) continue
    if (question.type === 'select_one') steps.push({ tap: `answer_${question.id}_${value}` })
    else steps.push({ type: `q_${question.id}`, text: value })
  }
  if (found.notes?.[item.id]) steps.push({ type: 'note', text: found.notes[item.id] })
  if (photoItems.includes(item.id)) {
    const photo = photos[photoItems.indexOf(item.id) % photos.length]
    steps.push({ tap: 'addPhoto' }, { type: 'filePath', text: photo }, { tap: 'fileOpen' }, { wait: 'photo0', timeout: 20000 })
  }
  return steps
}

export class AppInspector {
  constructor(people, folder, pictures) {
    this.people = people
    this.folder = folder
    this.name = 'inspector'
    this.shots = pictures ?? join(folder, 'shots')
    mkdirSync(this.shots, { recursive: true })
    this.runs = 0
  }

  // Plays steps in one run of the app. `killAfter`: a printed name at which the app is killed instead of quitting; `args`: more
  // of its command line; `on`: what is done outside of the app once it has printed a name, by name.
  play(steps, { killAfter, args = [], on = {} } = {}) {
    const script = join(this.folder, `drive-${++this.runs}.jsonl`)
    // PLUMB_LOOKS="412x915 dark,800x1280 en 200": each picture in each of these looks, for whoever reads through them.
    const looks = process.env.PLUMB_LOOKS?.split(',')
    const seen = looks ? steps.map((step) => (step.screenshot ? { ...step, as: looks } : step)) : steps
    const all = killAfter ? [...seen, { pause: 600000, timeout: 700000 }] : [...seen, { quit: true }]
    writeFileSync(script, all.map((step) => JSON.stringify(step)).join('\n') + '\n')
    return new Promise((resolve, reject) => {
      const app = spawn(bin('plumbline'), ['--home', this.people.home(this.name), '--drive', script, '--shots', this.shots, '--language', 'zh', ...args], {
        env: { ...process.env, QT_QPA_PLATFORM: process.env.PLUMB_E2E_PLATFORM ?? 'offscreen', QT_QUICK_BACKEND: 'software' },
      })
      let out = ''
      let err = ''
      const late = setTimeout(() => app.kill('SIGKILL'), looks ? 500_000 : 240_000)
      app.stderr.on('data', (chunk) => (err += chunk))
      app.stdout.on('data', (chunk) => {
        out += chunk
        for (const name of Object.keys(on)) {
          if (!out.includes(name)) continue
          const act = on[name]
          delete on[name]
          act()
        }
        if (killAfter && out.includes(killAfter)) app.kill('SIGKILL')
      })
      app.on('exit', (code, signal) => {
        clearTimeout(late)
        const killed = killAfter && signal === 'SIGKILL' && out.includes(killAfter)
        if (code === 0 || killed) resolve(out)
        else reject(new Error(`the app's run ${this.runs} ended with ${code ?? signal} (pictures in ${this.shots}):\n${err}\n${out}`))
      })
    })
  }

  async enrol(uri) {
    await this.play([
      { type: 'invitation', text: uri },
      { screenshot: 'app-invitation.png' },
      { tap: 'inviteNext' },
      { wait: 'newPin' },
      ...pinOf(PIN),
      ...pinOf(PIN),
      { wait: 'comparisonText', matches: '^\\S \\S \\S \\S$', timeout: 30000 },
      { screenshot: 'app-comparison.png' },
      { tap: 'comparisonDone' },
      { wait: 'navSync', timeout: 30000 },
      { tap: 'navSync' },
      { tap: 'syncNow' },
      { wait: 'syncWord', timeout: 30000 },
      { pause: 2500 },
    ])
  }

  async inspect(photos) {
    const sections = document.sections.map((section) => [{ tap: `section_${section.id}` }, ...section.items.flatMap((item, n) => itemSteps(item, n === 0, photos, found, photoItems))])
    const half = 2
    const last = document.sections[half - 1].items.at(-1)
    await this.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 },
      ...sections.slice(0, half).flat(), { wait: 'saveState', contains: '已存' }, { pause: 300 }, { print: 'itemNo.text' }], { killAfter: 'itemNo.text' })
    // Killed in the middle: the same item is open again and every answer is there.
    await this.play([...unlock, { wait: 'itemNo', is: last.no, timeout: 20000 }, { tap: 'section_s2' }, { wait: 'q_i2_label_days', is: '7' }, { wait: 'measuredVerdict' },
      { screenshot: 'app-check.png' }, ...sections.slice(half).flat(), { wait: 'saveState', contains: '已存' }, { tap: 'review' }, { screenshot: 'app-preflight.png' }, { tap: 'goSign' },
      { type: 'partyName', text: '陪同人（示例）' }, { type: 'partyRole', text: '示范区负责人' }, { draw: 'signaturePad' }, { screenshot: 'app-sign.png' }, { tap: 'seal' }, ...unlock,
      { wait: 'sealedFingerprint', timeout: 20000 }, { screenshot: 'app-sealed.png' }])
    const { records, drafts } = this.people.list(this.name, 'inspection.submitted')
    assert.equal(records.length, 1, 'one record was signed')
    assert.equal(drafts.length, 0, 'the draft ended with it')
    return records[0].id
  }

  async amend(id, reason) {
    await this.play([...unlock, { tap: 'navRecords' }, { tap: 'record0' }, { wait: 'reviewComment' }, { screenshot: 'app-returned.png' }, { tap: 'amend' }, { wait: 'itemList', timeout: 20000 },
      { tap: 'section_s2' }, { wait: 'itemNo', is: '2.1' }, { type: 'note', text: '标签照片见第二张，标签规定 7 天。' }, { wait: 'saveState', contains: '已存' }, { pause: 800 }, { tap: 'review' }, { tap: 'goSign' },
      { type: 'amendReason', text: reason }, { type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  }

  // Answers what waits for her, from Today, without a network; the record's page tells of it at the item.
  async answer(id, item, text) {
    const at = document.sections.flatMap((section) => section.items).findIndex((one) => one.id === item)
    await this.play([...unlock, { wait: 'attention0' }, { screenshot: 'app-thread-today.png' }, { tap: 'attention0' }, { wait: 'remark0' }, { screenshot: 'app-thread.png' },
      { tap: 'threadAnswer0' }, { type: 'threadText', text }, { screenshot: 'app-thread-answer.png' }, { tap: 'threadSign' }, ...unlock, { wait: 'remark1', timeout: 20000 }, { wait: 'remarkState1', contains: '待传' },
      { screenshot: 'app-thread-answered.png' }, { tap: 'threadRecord' }, { wait: 'tabItems' }, { tap: 'tabItems' }, { wait: `outcome${at}` }, { tap: `talk_outcome${at}` }, { wait: 'remark1' }, { tap: 'back' }, { wait: `talkWord_outcome${at}.text`, contains: '等对方回复' }, { screenshot: 'app-thread-record.png' }])
  }

  async sync() {
    await this.play([...unlock, { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 3000 }, { screenshot: 'app-sync.png' }, { tap: 'navRecords' }, { tap: 'record0' }, { wait: 'fingerprint' },
      { screenshot: 'app-record.png' }])
  }
}
