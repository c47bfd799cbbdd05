// A person with a tablet, and what any person does there: sign with the PIN, sync, answer an item, add a photo. Each step is
// given the patience that a busy machine needs.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { AppInspector, unlock } from './app_inspector.mjs'

const kPatience = 40_000

export class AppPerson extends AppInspector {
  constructor(people, folder, name, pictures) {
    super(people, mkdtempSync(join(folder, `${name}-`)), pictures)
    this.name = name
  }

  // One run of the app, from its PIN pad on.
  work(steps, more) {
    return super.play([...unlock, ...steps].map((step) => ({ timeout: kPatience, ...step })), more)
  }

  // Until nothing waits here and the server has nothing new.
  sync() {
    return this.work([{ tap: 'navSync' }, { wait: 'syncWord', is: '全部已同步' }, { tap: 'syncNow' }, { pause: 400 }, { wait: 'syncWord', is: '全部已同步' }])
  }
}

export const saved = [{ wait: 'saveState', contains: '已存' }, { pause: 400 }]
export const attach = (button, file, shown) => [{ tap: button }, { type: 'filePath', text: file }, { tap: 'fileOpen' }, { wait: shown }]
export const signAct = (done) => [{ tap: 'actSign' }, ...unlock, { gone: 'actSign' }, ...done]
export const submitReport = (standing) => [{ wait: 'reportLack', contains: '可以提交' }, { wait: 'reportSaved', contains: '已存' }, { tap: 'submitReport' }, ...unlock, { wait: 'findingDue', contains: standing }]
export const seal = [{ tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint' }]
// By a pen's stroke of who was there.
export const signedTogether = [{ type: 'partyName', text: '陪同人（示例）' }, { draw: 'signaturePad' }, ...seal]

// A choice question of an item that is open in the list.
export const choose = (item, value) => [{ tap: `answer_q_${item}_${value}` }, { wait: 'saveState', contains: '已存' }]
export const openItem = (section, item) => [{ tap: `section_${section}` }, { tap: `item_${item}` }, { wait: 'itemNo', is: item }]
