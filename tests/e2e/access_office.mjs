// The pages that a province as it lies there does not lead to: a task, the credential, standards, signing with all of its
// forms, the second inspector, the delivery, an order and its case, a newer checklist, a self-assessment
// that two people fill, a revoked key.
// For app_access.mjs.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, PIN, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { unlock } from './app_inspector.mjs'
import { writeEan13 } from './bar_code.mjs'
import { film } from './recordings.mjs'
import { writePdf } from './small_pdf.mjs'

const digits = [...[...PIN].map((digit) => ({ tap: `pin${digit}` })), { tap: 'pinDone' }]
const day = (shift) => new Date(Date.now() + 8 * 3600_000 + shift * 86_400_000).toISOString().slice(0, 10)
const saved = [{ wait: 'saveState', contains: '已存' }, { pause: 400 }]
const site = 'yongchang-veg'

const choices = [{ name: 'good', label: '符合', verdict: 'pass' }, { name: 'bad', label: '不符合', verdict: 'fail' }]
const checklist = (version) => ({
  format: 1, id: 'two', version, kind: 'enforcement', languages: ['zh'], title: '双人核查', grades: [{ id: 'done', tone: 'pass', label: '完成' }],
  sections: [{ id: 's', title: '一 现场', items: [{ id: '1', points: 10, text: version === '1' ? '库房上锁' : '库房上锁并有专人', questions: [{ id: 'q_1', type: 'select_one', label: '结论', choices }] }] }],
})

// `walkerOf(people, name)` gives whoever walks; each of its walks names its pages.
export async function walkOffice(folder, walkerOf) {
  const server = new Server(join(folder, 'office'), await freePort())
  try {
    const { enrol } = server.init()
    await server.start()
    const people = new People(join(folder, 'office-people'), server)
    people.enrol('admin', enrol)
    const own = { ...checklist('1'), id: 'self', kind: 'supervision', title: '目标考核' }
    // What is asked by a list too long for buttons, by a code, and by a film.
    own.sections[0].items[0].questions.push({ id: 'kept', type: 'select_one', label: '保管地点', required: false, choices: Array.from({ length: 14 }, (_, n) => ({ name: `c${n}`, label: `${n + 1} 号库` })) }, { id: 'code', type: 'barcode', label: '追溯码', required: false }, { id: 'shown', type: 'video', label: '现场录像', required: false })
    const camera = join(folder, 'office-camera')
    mkdirSync(camera)
    for (let n = 0; n < 3; ++n) writePhoto(join(camera, `${n}.png`), 'label', n + 30, 640, 480)
    const label = join(folder, 'label.png')
    writeEan13(label, '6901234567892', '6920123456789')
    const pdf = writePdf(join(folder, 'training.pdf'))
    people.publish(writeJson(join(folder, 'two.json'), checklist('1')), writeJson(join(folder, 'self.json'), own), join(top, 'assets/samples/sites.json'))
    people.publish(writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'gs-2026', region: '62', title: { zh: '2026 年度自评', en: 'Self-assessment 2026' }, checklist: 'self', opens: day(-7), closes: day(6), sites: [site] }] }))
    for (const [name, title, ...more] of [['supervisor', '审核员丁', '--region', '62'], ['officer', '检查员甲', '--region', '62'], ['enterprise', '质量员戊', '--region', '6203', '--site', site]])
      people.enrol(name, people.invite(title, name === 'officer' ? 'inspector' : name, ...more))
    people.enrol('technician', people.invite('技术员己', 'enterprise', '--region', '6203', '--site', site))
    people.sync('supervisor')
    plumb('task', 'assign', '--home', people.home('supervisor'), '--site', site, '--checklist', 'two', '--due', day(1), '--team', people.persons.get('检查员甲'))
    for (const name of ['supervisor', 'officer', 'enterprise']) people.sync(name)
    const officer = walkerOf(people, 'officer')
    const begin = (list) => [{ tap: 'startCheck' }, { tap: `site_${site}` }, { tap: `checklist_${list}` }, { tap: 'beginCheck' }, { wait: 'itemList' }]
    const failed = [{ tap: 'answer_q_1_bad' }, { type: 'note', text: '库门未上锁' }, ...saved]
    const attach = [{ tap: 'deliverAttach' }, { wait: 'filePath' }, { type: 'filePath', text: pdf }, { tap: 'fileOpen' }]
    const party = [{ type: 'notShownReason', text: '远程查看' }, { type: 'partyName', text: '陪同人' }, { draw: 'signaturePad' }, { tap: 'seal' }, { wait: 'pinPad' }]

    await officer.walk('officer', [...unlock, { tap: 'task0' }, { wait: 'taskState' }, { access: 'task' }, { tap: 'taskDecline' }, { wait: 'declineSign' }, { access: 'task-decline' }, { keys: 'Escape' }, { tap: 'back' },
      { tap: 'navSettings' }, { tap: 'credentialOpen' }, { wait: 'credentialCode' }, { access: 'credential' }, { tap: 'back' }, { tap: 'changePin' }, { wait: 'sheetClose' }, { access: 'change-pin' }, { tap: 'sheetClose' },
      { tap: 'settingsStandards' }, { wait: 'standard0' }, { access: 'standards' }, { tap: 'standard0' }, { wait: 'standardStatus' }, { access: 'standard' }, { tap: 'standardSay' }, { wait: 'feedbackText' }, { access: 'feedback' }, { type: 'feedbackText', text: '条款表述不清' }, { tap: 'feedbackSign' }, ...unlock, { gone: 'pinPad' }, { wait: 'standardSaid', contains: '条款表述不清' }, { tap: 'back' },
      { wait: 'ownFeedback' }, { tap: 'ownFeedback' }, { wait: 'ownState0' }, { access: 'own-feedback' }, { tap: 'sheetClose' }, { tap: 'standardsBack' },
      { tap: 'navSync' }, { tap: 'packWrite' }, { wait: 'folderSave' }, { access: 'folder' }, { tap: 'sheetClose' }, { tap: 'navToday' },
      ...begin('two'), ...failed, { tap: 'findingCard' }, { wait: 'findingSave' }, { access: 'finding' }, { tap: 'findingDueCalendar' }, { pause: 300 }, { access: 'calendar' }, { keys: 'Escape' }, { pause: 300 }, { tap: 'sheetClose' }, { tap: 'review' }, { wait: 'discard' }, { tap: 'discard' }, { wait: 'confirmCancel' }, { access: 'confirm' }, { tap: 'confirmCancel' }, { wait: 'missingTitle' }, { tap: 'goSign' },
      { wait: 'partyName' }, { access: 'sign' }, { tap: 'partyRefuses' }, { access: 'sign-refused' }, { tap: 'partySigns' }, { tap: 'resultSent' }, { access: 'sign-sent' }, { tap: 'resultPaper' }, { type: 'colleague', text: '检查员乙' }, ...party,
      { access: 'sign-pin' }, ...digits, { wait: 'sealedFingerprint' }, { access: 'sealed' }, { tap: 'showRecord' }, { wait: 'recordCosign' }, { access: 'record-waits' }, { tap: 'recordRate' }, { wait: 'rateCode' }, { access: 'rate' }, { tap: 'back' }, { wait: 'recordCosign' }, { tap: 'recordCosign' }, { wait: 'cosignFingerprint' }, { access: 'cosign' }, { tap: 'back' }, { tap: 'back' },
      // By one inspector alone, and whole.
      { tap: 'navToday' }, ...begin('self'), ...failed, { tap: 'takePhoto' }, { wait: 'shutter' }, { access: 'camera' }, { tap: 'shutter' }, { wait: 'cameraLast' }, { tap: 'cameraClose' }, { wait: 'photo0' },
      { tap: 'q_kept' }, { wait: 'pickSearch' }, { access: 'pick' }, { tap: 'sheetClose' }, { tap: 'q_code_scan' }, { wait: 'scanClose' }, { access: 'scan' },
      // A label with two codes, read from its picture; a film that was taken in.
      { tap: 'scanFile' }, { type: 'filePath', text: label }, { tap: 'fileOpen' }, { wait: 'code1' }, { access: 'codes' }, { tap: 'code0' }, { wait: 'q_code', is: '6901234567892' }, { tap: 'q_shown_add' }, { type: 'filePath', text: film }, { tap: 'fileOpen' }, { tap: 'q_shown_film0' }, { wait: 'filmTimes', contains: '0:02 / 0:02' }, { access: 'film' }, { keys: 'Escape' }, { gone: 'filmClose' },
      // What cannot be kept holds the way out.
      { paste: 'note', text: '准', times: 25000 }, { wait: 'saveState', contains: '没有存上' }, { tap: 'back' }, { wait: 'unsavedStay' }, { access: 'unsaved' }, { tap: 'unsavedStay' }, { type: 'note', text: '库门未上锁' }, ...saved, { tap: 'review' }, { tap: 'goSign' }, ...party, ...digits, { tap: 'showRecord' }, { tap: 'recordDeliver' }, { wait: 'deliverSign' }, { access: 'deliver' }, ...attach, { wait: 'deliverReceipt0' }, ...attach, { wait: 'deliverProblem' }, { access: 'deliver-told' }, { type: 'deliverName', text: '收发室 王某' }, { tap: 'deliverSign' }, { wait: 'pinPad' }, ...digits, { wait: 'recordDelivered' }, { wait: 'deliveryPicture0_0' }, { access: 'record-delivered' }, { tap: 'deliveryPicture0_0' }, { access: 'record-delivered-photo' }, { tap: 'sheetClose' }, { tap: 'tabItems' }, { wait: 'outcome0' }, { access: 'record-answers' }, { tap: 'talk_outcome0' }, { wait: 'threadAsk' }, { access: 'thread' }, { tap: 'threadAsk' }, { wait: 'threadText' }, { access: 'thread-write' }, { tap: 'back' }, { wait: 'outcome0' }, { tap: 'papers' }, { wait: 'paperPage0' }, { tap: 'paperPrint' }, { wait: 'sheetClose' }, { access: 'printers' }, { tap: 'sheetClose' }, { tap: 'back' },
      { tap: 'orderFindings' }, { wait: 'orderOffice' }, { access: 'order' }, { type: 'orderOffice', text: '永昌县农业农村局' }, { type: 'orderContact', text: '0935-0000000' }, { type: 'orderRemedies', text: '可依法申请行政复议' }, { tap: 'deliveryPost' }, { wait: 'orderLack', contains: '签名后' }, { tap: 'orderSign' }, { wait: 'pinPad' }, ...digits,
      { wait: 'caseClosed' }, { access: 'case' }, { tap: 'before0' }, { wait: 'sheetClose' }, { access: 'shot' }, { tap: 'sheetClose' }, { tap: 'showOrder' }, { wait: 'orderNumber' }, { access: 'order-sheet' }, { tap: 'sheetClose' }, { tap: 'back' }, { tap: 'navToday' }, ...begin('two'), { tap: 'answer_q_1_good' }, ...saved, { tap: 'back' }], ['--camera', `folder:${camera}`])
    people.sync('officer')

    people.publish(writeJson(join(folder, 'two2.json'), checklist('2')))
    people.sync('officer')
    await officer.walk('newer', [...unlock, { tap: 'draft0' }, { wait: 'newerVersion' }, { access: 'check-newer' }, { tap: 'compareVersions' }, { wait: 'moveVersion' }, { access: 'version' }, { tap: 'back' }])

    people.sync('enterprise')
    // A colleague without a network answers the same item otherwise.
    people.sync('technician')
    const technician = walkerOf(people, 'technician')
    await technician.walk('technician', [...unlock, { wait: 'assessAnswered', is: '0' }, { tap: 'assessGoOn' }, { wait: 'itemList' }, { tap: 'answer_q_1_bad' }, ...saved, { tap: 'back' }, { wait: 'assessUnsent' }], ['--network', 'none'])
    const enterprise = walkerOf(people, 'enterprise')
    await enterprise.walk('enterprise', [...unlock, { wait: 'assessAnswered' }, { access: 'assess' }, { tap: 'assignWho_s' }, { wait: 'sheetClose' }, { access: 'assign' }, { tap: 'sheetClose' },
      { tap: 'navRectify' }, { tap: 'finding0' }, { wait: 'findingTitle' }, { access: 'case-enterprise' }, { tap: 'otherActs' }, { tap: 'do_extension_requested' }, { wait: 'actText' }, { access: 'act' }, { tap: 'sheetClose' }, { tap: 'back' },
      { tap: 'navAssess' }, { tap: 'assessGoOn' }, { wait: 'itemList' }, { tap: 'answer_q_1_good' }, { tap: 'addDocument' }, { wait: 'filePath' }, { type: 'filePath', text: pdf }, { tap: 'fileOpen' }, { wait: 'photo0' }, { tap: 'photo0' }, { wait: 'documentName' }, { access: 'document' }, { tap: 'sheetClose' },
      ...saved, { tap: 'back' }, { tap: 'handOverOpen' }, { wait: 'handOver' }, { access: 'hand-over' }, { tap: 'handOver' }, { gone: 'assessUnsent' }])
    people.sync('enterprise')
    people.sync('technician')
    await technician.walk('conflict', [...unlock, { wait: 'assessConflicts' }, { access: 'assess-conflicts' }, { tap: 'conflictsOpen' }, { wait: 'takeTheirs_1' }, { access: 'conflict' }, { tap: 'takeTheirs_1' }, { gone: 'assessConflicts' }])

    const { kid } = plumb('status', '--home', people.home('officer')).people[0]
    plumb('admin', 'revoke', '--home', people.home('admin'), kid, '--reason', '平板遗失')
    await officer.walk('revoked', [...unlock, { wait: 'person0.subtitle', contains: '注销' }, ...unlock, { wait: 'endedRevoked' }, { access: 'ended' }])
  } catch (error) {
    console.error(server.log)
    throw error
  } finally {
    await server.stop('SIGKILL')
  }
}
