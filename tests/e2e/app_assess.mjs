// An enterprise assesses itself through the app's own window: two people of it fill one self-assessment on two devices that
// are both without a network, hand over what they filled, choose where they differ, and one submits; the supervisor returns
// it and it is amended. The inspector sees it beside the fields of a check, hides it, and sees both records side by side.
// Nothing of another site ever reaches the enterprise's devices.
//
//   node tests/e2e/app_assess.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { writePdf } from './small_pdf.mjs'
import { AppInspector, unlock } from './app_inspector.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-assess-'))
const step = (text) => console.log(`e2e assess: ${text}`)
const shared = options.pictures ? [options.pictures] : []

const two = (id, no, zh, en, more = {}) => ({
  id, no, points: 10, text: { zh, en }, rule: 'choice',
  questions: [{ id: `q_${id}`, type: 'select_one', choices: 'verdict', label: { zh: '结论', en: 'Outcome' } }], ...more,
})
const checklist = {
  format: 1, id: 'self', version: '1', kind: 'supervision', languages: ['zh', 'en'], title: { zh: '农业标准化示范区目标考核', en: 'Targets of demonstration zones' },
  choices: { verdict: [{ name: 'pass', label: { zh: '符合', en: 'Conforms' }, verdict: 'pass' }, { name: 'part', label: { zh: '部分符合', en: 'Partly' }, verdict: 'part', share: 0.5 }, { name: 'fail', label: { zh: '不符合', en: 'Fails' }, verdict: 'fail' }] },
  grades: [{ id: 'good', tone: 'pass', label: { zh: '良好', en: 'Good' }, when: [{ total: { min: 30 } }] }, { id: 'fair', tone: 'part', label: { zh: '一般', en: 'Fair' } }],
  sections: [
    { id: 'one', title: { zh: '一 标准体系与宣传培训', en: '1 Standards and training' }, items: [two('A1', 'A1', '建立标准体系并保持有效', 'A system of standards is kept'), two('A2', 'A2', '培训有计划、有记录', 'Training is planned and recorded', { evidence: { photos: 1 } })] },
    { id: 'two', title: { zh: '二 过程与产品控制', en: '2 Process and product' }, items: [two('C1', 'C1', '投入品台账完整', 'Inputs are recorded'), two('C2', 'C2', '生产记录保存两年以上', 'Records are kept for two years')] },
  ],
}

const person = (people, name) => {
  const app = new AppInspector(people, folder, ...shared)
  app.name = name
  app.folder = mkdtempSync(join(folder, `${name}-`))
  return app
}
const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10)
const answer = (item, value) => [{ tap: `item_${item}` }, { wait: 'itemNo', is: item }, { tap: `answer_q_${item}_${value}` }, { wait: 'saveState', contains: '已存' }]
const saved = [{ wait: 'saveState', contains: '已存' }, { pause: 400 }]

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'self.json'), checklist), join(top, 'assets/samples/sites.json'))
  people.publish(writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'gs-2026', region: '62', title: { zh: '2026 年度自评', en: 'Self-assessment 2026' }, checklist: 'self', opens: day(-7), closes: day(6), sites: ['yongchang-veg'] }] }))
  const quality = person(people, 'quality')
  const technician = person(people, 'technician')
  for (const [app, name] of [[quality, '质量员甲'], [technician, '技术员乙']]) {
    people.enrol(app.name, people.invite(name, 'enterprise', '--region', '6203', '--site', 'yongchang-veg'))
    people.sync(app.name)
  }
  people.enrol('inspector', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62'))
  people.sync('inspector')
  // What is inspected elsewhere is none of the enterprise's business.
  const answers = (values) => writeJson(join(folder, 'answers.json'), { answers: values, na: {}, notes: {} })
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const inspectAt = (site) => plumb('inspect', '--home', people.home('inspector'), '--checklist', 'self', '--site', site, '--answers', answers({ q_A1: 'pass', q_A2: 'pass', q_C1: 'part', q_C2: 'fail' }), '--file', `A2=${photo}`, '--refused', '有异议', '--witness', '见证人')
  inspectAt('ganzhou-veg')
  inspectAt('yongchang-veg')
  people.sync('inspector')
  people.sync('quality')
  people.sync('technician')
  for (const name of ['quality', 'technician'])
    assert.deepEqual(people.list(name, 'inspection.submitted').records.map((record) => record.site), ['yongchang-veg'], `${name} has the lines of her own site alone`)
  step('the enterprise has the inspection of its own site, and nothing of another')

  // Who is to fill what: a word among colleagues, by one tap.
  await quality.play([...unlock, { tap: 'assignWho_two' }, { wait: `assignTo_${people.persons.get('技术员乙')}` }, { screenshot: 'assess-assign.png' }, { resize: '412x915' }, { pause: 300 }, { screenshot: 'assess-assign-phone.png' }, { resize: '1280x800' }, { pause: 300 }, { tap: `assignTo_${people.persons.get('技术员乙')}` }, { gone: `assignTo_${people.persons.get('技术员乙')}` }, { pause: 800 }, { screenshot: 'assess-assigned.png' }])
  people.sync('quality')
  people.sync('technician')
  await technician.play([...unlock, { wait: 'assessAnswered', is: '0' }, { wait: 'assessGoOn', contains: 'C1' }, { screenshot: 'assess-for-me.png' }])
  plumb('assess', 'assign', '--home', people.home('technician'), '--site', 'yongchang-veg', '--round', 'gs-2026', '--section', 'one', '--to', '质量员甲')
  people.sync('technician')
  people.sync('quality')
  step('the first assigns a section to the second, whose home leads to it; the second assigns one back by the command line')

  await server.stop()
  const pdf = writePdf(join(folder, '培训记录.pdf'))
  await quality.play([...unlock, { wait: 'navAssess' }, { gone: 'navSites' }, { gone: 'startCheck' }, { wait: 'assessAnswered', is: '0' }, { wait: 'inspectedHead' }, { screenshot: 'assess-empty.png' },
    { tap: 'assessGoOn' }, { wait: 'itemList', timeout: 20000 }, ...answer('A1', 'pass').slice(1), ...answer('A2', 'pass'), { tap: 'addPhoto' }, { type: 'filePath', text: photo }, { tap: 'fileOpen' }, { wait: 'photo0', timeout: 20000 }, { tap: 'addDocument' }, { type: 'filePath', text: pdf }, { tap: 'fileOpen' }, { wait: 'photo1', timeout: 20000 },
    { tap: 'photo1' }, { wait: 'documentName', contains: '培训记录.pdf' }, { screenshot: 'assess-pdf.png' }, { tap: 'sheetClose' }, { type: 'note', text: '培训记录见附件。' }, { tap: 'section_two' }, ...answer('C1', 'pass').slice(1), ...saved, { screenshot: 'assess-check.png' }, { tap: 'back' },
    { wait: 'assessUnsent' }, { screenshot: 'assess-home.png' }, { tap: 'handOverOpen' }, { wait: 'handOver' }, { screenshot: 'assess-hand-over.png' }, { tap: 'handOver' }, { gone: 'assessUnsent' }])
  step('without a network the first fills three items with a PDF, and hands them over by a signature')
  await technician.play([...unlock, { wait: 'assessAnswered', is: '0' }, { tap: 'assessGoOn' }, { wait: 'itemList', timeout: 20000 }, ...answer('C1', 'part').slice(1), ...answer('C2', 'pass'), ...saved, { tap: 'back' },
    { wait: 'assessAnswered', is: '2' }, { wait: 'assessUnsent' }])
  step('without a network the second fills two, one of them differently, and keeps them')

  // What the first handed over goes to the second on a stick; a copy that was cut is told, and nothing of it taken.
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  await quality.play([...unlock, { tap: 'partsSave' }, { type: 'folderPath', text: stick }, { tap: 'folderSave' }, { wait: 'partsSaid', contains: '已存成文件' }, { screenshot: 'assess-part-saved.png' }])
  const [part] = readdirSync(stick).map((name) => join(stick, name))
  const cut = join(stick, 'cut.json')
  writeFileSync(cut, readFileSync(part).subarray(0, 2000))
  const pick = (file) => [{ tap: 'partsTake' }, { type: 'filePath', text: file }, { tap: 'fileOpen' }]
  await technician.play([...unlock, ...pick(cut), { wait: 'partTold0', contains: '没有拷贝完' }, { wait: 'assessAnswered', is: '2' }, ...pick(part), { wait: 'partTold0', contains: '已取入 质量员甲 填写的 3 项' }, { wait: 'assessAnswered', is: '4' }, { wait: 'assessConflicts' }, { screenshot: 'assess-part-taken.png' },
    { tap: 'partsDecide' }, { wait: 'takeTheirs_C1' }, { tap: 'sheetClose' }, ...pick(part), { wait: 'partTold0', contains: '早已在这里' }])
  step('without a network the second takes in the first one\'s part as a file, and is asked where they differ')

  await server.start()
  people.sync('quality')
  people.sync('technician')
  await technician.play([...unlock, { wait: 'assessConflicts' }, { wait: 'assessAnswered', is: '4' }, { screenshot: 'assess-conflict.png' }, { tap: 'conflictsOpen' }, { wait: 'takeTheirs_C1' }, { screenshot: 'assess-choose.png' }, { tap: 'takeTheirs_C1' }, { gone: 'assessConflicts' },
    { tap: 'handOverOpen' }, { tap: 'handOver' }, { gone: 'assessUnsent' }])
  people.sync('technician')
  people.sync('quality')
  step('what both hold is merged; the second saw both answers and took the first one\'s')

  await quality.play([...unlock, { wait: 'assessAnswered', is: '4' }, { wait: 'assessTogether', contains: '2 人同填' }, { wait: 'assessSubmit' }, { screenshot: 'assess-whole.png' }, { tap: 'assessSubmit' }, { wait: 'missingTitle', is: '没有漏项' }, { screenshot: 'assess-before.png' },
    { tap: 'goSign' }, { wait: 'contributor1' }, { wait: 'contributorItems0', contains: 'A1' }, { screenshot: 'assess-sign.png' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }, { tap: 'showRecord' }, { wait: 'step_signed' }, { screenshot: 'assess-record.png' }, { tap: 'back' }, { wait: 'assessRecord' }, { screenshot: 'assess-submitted.png' }])
  people.sync('quality')
  const submitted = people.list('quality', 'assessment.submitted').records
  assert.equal(submitted.length, 1)
  const body = people.show('quality', submitted[0].id).payload.body
  assert.equal(body.score.points, 40_000)
  assert.deepEqual(body.contributors.map((one) => [one.name, one.items]).sort(), [['技术员乙', ['C2']], ['质量员甲', ['A1', 'A2', 'C1']]].sort())
  assert.deepEqual(people.show('quality', submitted[0].id).payload.files.filter((file) => file.item === 'A2').map((file) => file.role).sort(), ['document', 'evidence'])
  step('the record states the whole, exactly scored, with who answered what and the PDF')

  // Before anybody said a word about it, its author may still mend it.
  await quality.play([...unlock, { wait: 'assessRecord' }, { screenshot: 'assess-change.png' }, { tap: 'assessChange' }, { wait: 'itemList', timeout: 20000 }, { tap: 'section_two' }, { tap: 'item_C2' }, { wait: 'itemNo', is: 'C2' }, { type: 'note', text: '见台账。' }, ...saved,
    { tap: 'review' }, { tap: 'goSign' }, { type: 'amendReason', text: '漏写说明' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  people.sync('quality')
  assert.deepEqual(people.list('quality', 'assessment.amended').records.map((record) => record.state), ['proved'])
  step('what was submitted is amended before it is reviewed, and the server takes it')

  people.sync('supervisor')
  plumb('review', '--home', people.home('supervisor'), submitted[0].id, '--return', '--comment', 'C2 请补说明')
  people.sync('supervisor')
  people.sync('quality')
  await quality.play([...unlock, { wait: 'assessReturned', contains: 'C2 请补说明' }, { screenshot: 'assess-returned.png' }, { tap: 'assessAmend' }, { wait: 'itemList', timeout: 20000 }, { tap: 'section_two' }, { tap: 'item_C2' }, { wait: 'itemNo', is: 'C2' }, { type: 'note', text: '记录自 2023 年起保存。' }, ...saved,
    { tap: 'review' }, { tap: 'goSign' }, { type: 'amendReason', text: '补充说明' }, { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }])
  people.sync('quality')
  assert.equal(people.list('quality', 'assessment.amended').records.length, 2)
  step('what was returned is amended and stands as a third version')

  people.sync('inspector')
  const inspector = person(people, 'inspector')
  await inspector.play([...unlock, { tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_self' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 }, { tap: 'section_two' }, { tap: 'item_C2' }, { wait: 'itemNo', is: 'C2' },
    { wait: 'self_q_C2', is: '自评：符合' }, { wait: 'selfPoints', is: '10 / 10' }, { wait: 'selfNote', contains: '2023' }, { wait: 'last_q_C2', contains: '不符合' }, { screenshot: 'assess-beside.png' }, { tap: 'besideToggle' }, { gone: 'self_q_C2' }, { screenshot: 'assess-beside-hidden.png' },
    { tap: 'back' }, { tap: 'navSettings' }, { wait: 'besideOff' }, { tap: 'besideOn' }, { tap: 'navRecords' }, { type: 'recordSearch', text: '永昌' }, { tap: 'record0' }, { tap: 'tabBeside' }, { wait: 'beside0' }, { screenshot: 'assess-side-by-side.png' }])
  step('the inspector sees it beside the fields, hides it, and sees both records side by side')
} finally {
  await server.stop()
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
