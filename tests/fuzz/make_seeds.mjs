// Makes the seeds of the fuzz targets (tests/fuzz/corpus) again: real lines, bundles, invitations and pictures out of a
// real deployment of three people, small enough to live beside the sources. Run it after a format has changed:
//
//   tools/build && node tests/fuzz/make_seeds.mjs
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-seeds-'))
const seed = (target, name, content) => {
  const place = join(top, 'tests/fuzz/corpus', target)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, name), content)
}

// One item, so that a whole bundle stays under 10 kB.
const form = {
  id: 'seed', version: '1', kind: 'supervision', languages: ['zh', 'en'], title: { zh: '一项', en: 'One item' },
  scoring: { full: 100, na: 'renormalise' },
  choices: { yes: [{ name: 'pass', label: 'P', verdict: 'pass' }, { name: 'fail', label: 'F', verdict: 'fail' }] },
  grades: [{ id: 'any', label: 'A', tone: 'pass' }],
  sections: [{ id: 's', title: 'S', items: [{ id: '1', text: 'T', points: 100, questions: [{ id: 'a', type: 'select_one', choices: 'yes', label: 'A' }] }] }],
}

const server = new Server(folder, await freePort())
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'form.json'), form), join(top, 'assets/samples/sites.json'))
  const invitation = people.invite('检查员甲', 'inspector', '--region', '62')
  people.enrol('inspector', invitation)
  people.sync('inspector')
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 1, 16, 12)
  const answers = writeJson(join(folder, 'answers.json'), { answers: { a: 'pass' } })
  const { id } = plumb('inspect', '--home', people.home('inspector'), '--checklist', 'seed', '--site', 'yongchang-veg', '--answers', answers, '--file', `1=${photo}`, '--refused', '不愿签字', '--witness', '村委会')
  people.sync('inspector')
  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', people.home('inspector'), '--record', id, '-o', bundle)

  const text = readFileSync(bundle, 'utf8')
  const { line, trust, log, files } = JSON.parse(text)
  const page = trust.map((entry) => `${entry.index} ${entry.line}\n`).join('')
  const checkpoint = `checkpoint ${Buffer.from(log.checkpoint).toString('base64')}\n`
  seed('feed_page', 'trust', `${page}proof ${log.inclusion.join(' ')}\n${checkpoint}consistency ${log.inclusion.join(' ')}\n`)
  seed('bundle', 'inspection', text)
  seed('bundle', 'no_files', JSON.stringify({ ...JSON.parse(text), files: files.map(({ content, ...rest }) => rest) }) + '\n')
  const lines = [line, ...trust.map((entry) => entry.line)]
  for (const one of lines) {
    const payload = one.slice(one.indexOf(' ') + 1)
    const { type, seq } = JSON.parse(payload)
    seed('record_line', `${type}-${seq}`, one)
    seed('record_line', `${type}-${seq}.payload`, payload)
  }
  // What RECORDS.md shows of a few types: the block below the heading that names it.
  const page = readFileSync(join(top, 'shared/record/RECORDS.md'), 'utf8')
  for (const type of ['inspection.submitted', 'inspection.amended', 'review.returned', 'site.published', 'checklist.published', 'invite.issued', 'log.recovered', 'rectification.ordered']) {
    const below = page.slice(page.search(new RegExp(`^### .*\`${type}\``, 'm')))
    seed('record_body', `${type}.json`, JSON.stringify(JSON.parse(/```json\n([^]*?)\n```/.exec(below)[1])))
  }
  seed('text_forms', 'invitation', invitation)
  seed('text_forms', 'checkpoint', log.checkpoint)
  seed('text_forms', 'log_key', log.key)
  seed('text_forms', 'token', line.split(' ')[0].replace('..', `.${Buffer.from('{"sub":"a"}').toString('base64url')}.`))
  seed('text_forms', 'header', Buffer.from(line.split('.')[0], 'base64url').toString())
  seed('text_forms', 'instant', '2026-11-22T08:15:30.123+08:00')
  seed('text_forms', 'hex', 'ab'.repeat(32))
  seed('image', 'photo.png', readFileSync(photo))
  // A JPEG's headers with a comment, a quantisation table's shell and a frame of 16 x 12; a WebP's shell.
  seed('image', 'photo.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000fffe0004616bffc0000b08000c001001011100ffda0008010100003f00d2cf20ffd9', 'hex'))
  seed('image', 'photo.webp', Buffer.concat([Buffer.from('RIFF'), Buffer.from([30, 0, 0, 0]), Buffer.from('WEBPVP8 '), Buffer.alloc(24)]))
  seed('checklist_document', 'seed_form', JSON.stringify(form))
  seed('checklist_document', 'every_rule', readFileSync(join(top, 'tests/property/every_rule.json')))
  const expressions = ["${b} - ${a} >= 7", "selected(${d}, 'a') and not(${a} = 5)", "if(${a} > 3, 'x', \"y\")", "round(${a} div 3, 2) + -1.5 mod 2",
    "string-length(.) < 9 or count-selected(${d}) != 2", "starts-with(., 'a') and contains(concat(${d}, '间'), substr(., 0, 2))", "${c} = '' and (${b} <= today())", "coalesce(${a}, ${b}) * 2", "max(${a}, number(.)) - count-non-empty(${b}, ${c})", "selected-at(${d}, 1) = date('2026-11-22')"]
  for (const [n, text] of expressions.entries()) seed('checklist_expression', `e${n}`, text)
  const answered = { answers: { c: 'fail', t: '间', a: '2026-11-01', b: '2026-11-12', l: '7', r: '1.5', q: '3', m: 'pass part', i: 'ab'.repeat(32), k: '690' }, na: {}, notes: { 1: 'n' } }
  seed('checklist_answers', 'all', JSON.stringify(answered))
  seed('checklist_answers', 'na', JSON.stringify({ answers: { c: 'part' }, na: { 2: 'no' }, notes: {} }))
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
