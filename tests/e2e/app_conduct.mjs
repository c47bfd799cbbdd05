// How a visit is conducted, through the app's own window: the credential shown before the check, a refusal with its witness
// (who signs for that on glass) and a recording, a signature on glass that is bound to what was shown, and how the result was
// left. Then server, console, paper and the command line say the same; and a signature that is lifted into another record is
// taken by nobody.
//
//   node tests/e2e/app_conduct.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { AppInspector, itemSteps, unlock } from './app_inspector.mjs'
import { document, found, photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'
import { writeTone } from './recordings.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-conduct-'))
const step = (text) => console.log(`e2e conduct: ${text}`)
const server = new Server(folder, await freePort())
let page
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62'))
  const inspector = new AppInspector(people, folder, options.pictures)
  people.enrol(inspector.name, people.invite('检查员甲', 'inspector', '--region', '62', '--certificate', '甘620300-017', '--certificate-until', '2028-06'))
  people.sync(inspector.name)
  const photos = [1, 2, 3].map((n) => writePhoto(join(folder, `photo${n}.png`), 'label', n, 160, 120))
  const sound = writeTone(join(folder, '拒签录音.wav'), 2, 0.3)
  const heard = ['--sound', `file:${writeTone(join(folder, '麦克风.wav'), 30, 0.4, 16000)}`]

  const sections = document.sections.flatMap((section) => [{ tap: `section_${section.id}` }, ...section.items.flatMap((item, n) => itemSteps(item, n === 0, photos, found, photoItems))])
  const begin = [{ tap: 'startCheck' }, { tap: 'site_yongchang-veg' }, { tap: 'checklist_6a' }, { tap: 'beginCheck' }, { wait: 'itemList', timeout: 20000 }]
  const saved = [{ wait: 'saveState', contains: '已存' }, { pause: 400 }]
  const idOf = (before) => people.list(inspector.name, 'inspection.submitted').records.map((r) => r.id).find((id) => !before.includes(id))

  const printed = await inspector.play([...unlock, ...begin, { wait: 'credentialAsked' }, { screenshot: 'conduct-begin.png' }, { tap: 'credentialOpen' }, { wait: 'credentialName', is: '检查员甲' }, { wait: 'credentialCertificate.text', contains: '甘620300-017（有效期至 2028-06）' }, { wait: 'credentialRegions.text', contains: '甘肃省' }, { wait: 'credentialCode.drawable', is: true },
    { screenshot: 'conduct-credential.png' }, { print: 'credentialCode.text' }, { tap: 'back' }, { tap: 'credentialShown', times: 2 }, { gone: 'credentialAsked' }, ...saved, ...sections, ...saved,
    { tap: 'review' }, { wait: 'credentialTitle', is: '已出示证件' }, { wait: 'licenceTitle', is: '还没有核对证照上的名称' }, { screenshot: 'conduct-licence.png' }, { tap: 'licenceSame' }, { wait: 'licenceTitle', is: '名称与证照一致' },
    { screenshot: 'conduct-preflight.png' }, { tap: 'goSign' }, { tap: 'partyRefuses' }, { type: 'refusedReason', text: '对扣分有异议' },
    { tap: 'witnessNone' }, { type: 'noWitness', text: '深夜，村里无人' }, { wait: 'signLack', contains: '录音或录像' }, { tap: 'witnessThere' }, { type: 'witness', text: '马某' }, { type: 'witnessRole', text: '村委会' },
    { draw: 'witnessPad' }, { tap: 'refusalAdd' }, { type: 'filePath', text: sound }, { tap: 'fileOpen' }, { wait: 'refusalFile0', is: '拒签录音.wav', timeout: 20000 }, { tap: 'soundBegin' }, { wait: 'signLack', contains: '正在录音' }, { wait: 'soundLength', matches: '0:0[2-9]' }, { tap: 'soundKeep' },
    { wait: 'refusalFile1', contains: '录音 0:0', timeout: 20000 }, { tap: 'resultPaper' }, { screenshot: 'conduct-refusal.png' },
    { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }, { tap: 'showRecord' }, { wait: 'recordConduct' }, { wait: 'check_party', contains: '证明材料 2 件' }, { wait: 'check_certificate', is: '甘620300-017，有效期至 2028-06-30' }, { wait: 'witnessStrokes' }, { screenshot: 'conduct-refused-record.png' },
    { tap: 'refusalSound0' }, { tap: 'refusalSound1' }, { screenshot: 'conduct-refusal-heard.png' }], { args: heard })
  const refused = idOf([])
  let { payload } = people.show(inspector.name, refused)
  assert.equal(payload.body.party.refused.witness, '马某')
  assert.ok(payload.body.party.refused.strokes.lines.length > 0)
  assert.ok(Date.parse(payload.body.credential.at) <= Date.parse(payload.body.finished))
  assert.equal(payload.body.result.way, 'paper')
  const proof = payload.files.filter((file) => file.role === 'refusal')
  assert.deepEqual(proof.map((file) => file.type.split('/')[0]), ['audio', 'audio'])
  assert.deepEqual(payload.body.inspected, { name: payload.body.inspected.name }, 'the licence has the published name')
  assert.equal(payload.body.party.refused.strokes.form, 2)
  step('a refusal with its witness, her strokes, and recordings, one made on the spot, was sealed; both are heard on the page')

  // Killed before it is signed: what was said of the conduct is on disk.
  await inspector.play([...unlock, ...begin, { wait: 'credentialAsked' }, ...sections, { tap: 'review' }, { wait: 'credentialTitle', is: '没有记下出示证件' }, { screenshot: 'conduct-unshown.png' }, { tap: 'credentialShown' },
    { wait: 'credentialTitle', is: '已出示证件' }, { pause: 600 }, { print: 'credentialTitle.text' }], { killAfter: 'credentialTitle.text' })
  await inspector.play([...unlock, { wait: 'itemList', timeout: 20000 }, { gone: 'credentialAsked' }, { tap: 'review' }, { tap: 'credentialUndo' }, { wait: 'credentialTitle', is: '没有记下出示证件' }, { tap: 'licenceOther' }, { type: 'licenceName', text: '永昌县蔬菜标准化示范基地' }, { wait: 'licenceTitle', is: '名称与证照不同' }, { wait: 'licenceDifference' },
    { screenshot: 'conduct-name-differs.png' }, { tap: 'goSign' }, { type: 'notShownReason', text: '先看' }, { wait: 'signLack', contains: '证照上的名称' }, { tap: 'back' }, { type: 'licenceReason', text: '换照后没有更正登记' },
    { wait: 'licenceTitle', is: '名称与证照不同，已写明原因' }, ...saved.slice(1), { tap: 'goSign' },
    { type: 'notShownReason', text: '只看现场资料，未进场' }, { type: 'partyName', text: '陪同人（示例）' }, { type: 'partyRole', text: '示范区负责人' }, { draw: 'signaturePad' }, { tap: 'resultSent' }, { tap: 'resultPlatform' }, { screenshot: 'conduct-sign.png' },
    { tap: 'seal' }, ...unlock, { wait: 'sealedFingerprint', timeout: 20000 }, { tap: 'showRecord' }, { wait: 'check_party', contains: '手写签名已绑定' }, { wait: 'partyStrokes' }, { wait: 'licenceReasonSaid', contains: '换照后没有更正登记' }, { screenshot: 'conduct-signed-record.png' },
    { tap: 'recordRate' }, { wait: 'rateCodeText' }, { pause: 400 }, { screenshot: 'conduct-rate.png' }, { tap: 'ratePaper' }, { wait: 'paperPage0', timeout: 20000 }, { tap: 'back' }, { wait: 'rateCodeText' }, { tap: 'back' },
    { tap: 'recordDeliver' }, { tap: 'deliverSent' }, { tap: 'deliverPost' }, { type: 'deliverName', text: '收发室 王某' }, { type: 'deliverNote', text: 'EMS 1234567890' }, { tap: 'deliverAttach' }, { type: 'filePath', text: photos[0] }, { tap: 'fileOpen' }, { wait: 'deliverReceipt0', contains: 'photo1.png' }, { tap: 'deliverReceiptMark0' }, { wait: 'photoClose' }, { tap: 'markMosaic' }, { draw: 'markedPhoto' }, { pause: 400 }, { screenshot: 'conduct-deliver-mosaic.png' }, { tap: 'photoClose' }, { screenshot: 'conduct-deliver.png' }, { tap: 'deliverSign' }, ...unlock,
    { wait: 'recordDelivered', timeout: 20000 }, { wait: 'deliveryPicture0_0' }, { screenshot: 'conduct-delivered.png' }, { tap: 'deliveryPicture0_0' }, { pause: 600 }, { screenshot: 'conduct-delivered-photo.png' }, { keys: 'Escape' }, { pause: 300 }, { tap: 'back' }, { tap: 'navSync' }, { tap: 'syncNow' }, { pause: 3000 }, { wait: 'syncWord', is: '全部已同步', timeout: 30000 }])
  const signed = idOf([refused])
  payload = people.show(inspector.name, signed).payload
  assert.equal(payload.body.credential.none, '只看现场资料，未进场')
  assert.deepEqual([payload.body.result.way, payload.body.result.to], ['sent', 'platform'])
  assert.deepEqual([payload.body.inspected.name, payload.body.inspected.reason], ['永昌县蔬菜标准化示范基地', '换照后没有更正登记'])
  assert.ok(payload.body.inspected.published.includes('永昌县'))
  assert.equal(payload.body.party.strokes.form, 2)
  assert.equal(payload.body.party.signature, undefined, 'no image stands beside the strokes')
  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', people.home(inspector.name), '--record', signed, '-o', bundle)
  const proved = run('plumb', ['verify', bundle, '--root', root])
  assert.equal(proved.code, 0, proved.out)
  const trail = JSON.parse(readFileSync(bundle, 'utf8')).files.find((f) => f.role === 'trail')
  const told = Buffer.from(trail.content, 'base64').toString().trim().split('\n').slice(1).map((line) => JSON.parse(line)).filter((entry) => entry.kind === 'credential')
  assert.equal(told.length, 2, 'shown, and taken back: the trail tells both')
  assert.equal(told[1].new, '')
  step('a second record was signed on glass; its trail tells what was said of the credential, and when')

  const delivery = people.show(inspector.name, people.list(inspector.name, 'inspection.delivered').records[0].id).payload
  assert.deepEqual(delivery.files.map((f) => [f.role, f.of]), [['receipt', undefined], ['marks', delivery.files[0].sha256]], 'the original, and the marks beside it')
  assert.ok(delivery.body.place.none, 'there is no receiver here, and the delivery says so')
  const before = { ...payload.body.party.strokes }
  const again = plumb('deliver', '--home', people.home(inspector.name), '--record', signed, '--way', 'left', '--note', '放在门卫室', '--file', photos[1])
  assert.equal(again.files, 1)
  assert.equal(JSON.parse(run('plumb', ['deliver', '--home', people.home(inspector.name), '--record', signed, '--way', 'sent', '--json']).err).error.code, 'bad_payload')
  for (const id of [refused, signed]) plumb('print', '--home', people.home(inspector.name), '--record', id, '--paper', 'inspection_record', '-o', join(folder, `${id}.pdf`))
  const printedText = execFileSync('pdftotext', ['-layout', join(folder, `${signed}.pdf`), '-'], { encoding: 'utf8' })
  for (const said of ['永昌县蔬菜标准化示范基地', 'EMS 1234567890', '甘620300-017']) assert.ok(printedText.replace(/\s/g, '').includes(said.replace(/\s/g, '')), said)
  step('both are printed from their strokes; the name on the licence, the delivery and the certificate stand on the paper')

  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('审核员丙', 'supervisor', '--region', '62'))
  let rows = await page.record('queue', refused)
  assert.ok(rows.every((row) => row.state !== 'bad'), JSON.stringify(rows))
  assert.match(await page.at('witness').textContent(), /马某.*村委会/)
  await page.at('witness-strokes').waitFor()
  await page.at('refusal-files').locator('audio').nth(1).waitFor()
  assert.match(await page.at('certificate').textContent(), /检查员甲.*甘620300-017/)
  assert.match(await page.at('credential').textContent(), /检查前已出示/)
  if (options.pictures) await page.at('party').screenshot({ path: join(options.pictures, 'conduct-console-refused.png') })
  rows = await page.record('queue', signed)
  assert.ok(rows.every((row) => row.state !== 'bad'), JSON.stringify(rows))
  await page.at('strokes').waitFor()
  assert.match(await page.at('credential').textContent(), /只看现场资料/)
  assert.match(await page.at('result').textContent(), /电子送达.*政务平台/)
  assert.match(await page.at('inspected').textContent(), /换照后没有更正登记/)
  assert.ok((await page.at('inspected').locator('ins, del').count()) > 1)
  assert.match(await page.at('delivery').textContent(), /寄送.*邮寄.*收发室 王某.*EMS 1234567890.*附照片或回执 1 件.*检查员甲/)
  assert.match(await page.at('delivery-place').first().textContent(), /签名地点：未定位：/)
  // Its photo lies under its mosaic, small and large, and the mosaic cannot be lifted.
  const receipt = page.at('delivery-files').first().locator('[data-test=photo]')
  await receipt.locator('[data-test=photo-marks] rect').first().waitFor({ state: 'attached' })
  assert.equal(await receipt.locator('[data-test=marked-photo]').getAttribute('data-marks'), '1')
  if (options.pictures) await page.at('party').screenshot({ path: join(options.pictures, 'conduct-console-signed.png') })
  await receipt.click()
  await page.at('lightbox').locator('[data-test=photo-marks] rect').first().waitFor()
  assert.equal(await page.at('marks-switch').count(), 0, 'nothing else was drawn that could be lifted')
  if (options.pictures) await page.at('lightbox').screenshot({ path: join(options.pictures, 'conduct-console-receipt.png') })
  await page.at('lightbox-close').click()
  assert.deepEqual(page.errors, [], 'the page logged no errors')
  step('the console verified both in the browser and shows them')

  const code = /credentialCode\.text (\S+)/.exec(printed)[1]
  const phone = await page.context.newPage()
  const looked = async (address, now) => {
    if (now) await phone.clock.setFixedTime(now)
    await phone.goto('about:blank')
    await phone.goto(address)
    await phone.locator('[data-test=band]:not([data-state=working])').waitFor()
    return phone.getByTestId('band').getAttribute('data-state')
  }
  const shownAt = Date.parse(people.show(inspector.name, refused).payload.body.credential.at)
  assert.equal(await looked(code, shownAt), 'genuine')
  assert.equal(await phone.getByTestId('credential-name').textContent(), '检查员甲')
  assert.match(await phone.getByTestId('credential-regions').textContent(), /甘肃/)
  assert.match(await phone.getByTestId('credential-certificate').textContent(), /甘620300-017/)
  assert.match(await phone.getByTestId('credential-roles').textContent(), /检查员/)
  assert.match(await phone.getByTestId('credential-revocation').textContent(), /没有注销/)
  assert.match(await phone.getByTestId('credential-computed').textContent(), /从根 .{8} 到这把钥匙/)
  if (options.pictures) await phone.setViewportSize({ width: 412, height: 915 }), await phone.screenshot({ path: join(options.pictures, 'conduct-public.png'), fullPage: true })
  assert.equal(await looked(code, shownAt + 6 * 60_000), 'absent', 'a picture of a code says that it is old')
  assert.match(await phone.getByTestId('band').textContent(), /分钟前生成/)
  assert.equal(await looked(code.replace(/\.[A-Za-z0-9_-]{22}$/, `.${'A'.repeat(22)}`), shownAt), 'mismatch')
  plumb('admin', 'revoke', '--home', people.home('admin'), people.show(inspector.name, refused).kid, '--reason', '平板遗失')
  people.sync('admin')
  assert.equal(await looked(code, shownAt), 'mismatch')
  assert.match(await phone.getByTestId('band').textContent(), /已被注销/)
  assert.match(await phone.getByTestId('credential-computed').textContent(), /有注销它的记录/)
  await phone.close()
  step('the public page computes the shown credential, tells an old code, and that its key was revoked')

  const forger = new LineAuthor(server.url)
  await forger.enrol(people.invite('检查员丑', 'inspector', '--region', '62'))
  const { site, region, files, body } = payload
  const shown = files.filter((file) => file.role !== 'trail')
  const without = await forger.say('inspection.submitted', { site, region, names: shown.slice(1) }, { ...body, places: undefined, trail: undefined })
  assert.deepEqual([without.status, without.code], ['refused', 'signature_lifted'], 'a photo less than the hand signed')
  const own = await forger.say('inspection.submitted', { site, region, names: shown }, { ...body, places: undefined, trail: undefined })
  assert.equal(own.status, 'accepted', JSON.stringify(own))
  // In the record's own zone.
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(body.started)
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  const moved = new Date(Date.parse(body.started) - 60_000 + ahead).toISOString().replace('Z', `${sign}${hours}:${minutes}`)
  const lifted = await forger.say('inspection.submitted', { site, region, names: shown }, { ...body, places: undefined, trail: undefined, started: moved })
  assert.deepEqual([lifted.status, lifted.code], ['refused', 'signature_lifted'])
  const elsewhere = await forger.say('inspection.submitted', { site: 'ganzhou-veg', region: '620702', names: shown }, { ...body, places: undefined, trail: undefined })
  assert.equal(elsewhere.status, 'refused')
  assert.ok(['signature_lifted', 'wrong_region'].includes(elsewhere.code), elsewhere.code)
  assert.deepEqual(payload.body.party.strokes, before)
  assert.ok(files.length > 0)
  step('strokes that were lifted into another record are refused by the server')
  console.log('1 passed, 0 failed')
} finally {
  await page?.close()
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
