// plumb form: steps played on a form from disk with an attached list, as scripts and other tools do it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { top } from '../../tools/stage/stage.mjs'

const plumb = join(process.env.PLUMB_BIN ?? join(top, 'build/bin'), 'plumb')
const form = join(top, 'tests/e2e/forms/plots.xml')

function run(steps, ...options) {
  const input = steps.map((step) => JSON.stringify(step)).join('\n')
  const done = spawnSync(plumb, ['form', 'run', form, '--script', '-', ...options], { input, encoding: 'utf8' })
  const lines = done.stdout.trim().split('\n')
  const xml = options.includes('--instance') ? lines.pop() : ''
  return { status: done.status, answers: lines.filter(Boolean).map((line) => JSON.parse(line)), xml, errors: done.stderr }
}
const evaluate = (...words) => spawnSync(plumb, ['form', 'eval', ...words], { encoding: 'utf8' })
const valueOf = (answer, path) => answer.changed.find((one) => one.path === path)

{
  const { status, answers, xml } = run(
    [
      { set: '/data/county', value: 'yongchang' },
      { set: '/data/village', value: 'v2' },
      { add: '/data/plots' },
      { set: '/data/plots[1]/name', value: '北地' },
      { set: '/data/plots[1]/area', value: 60.5 },
      { add: '/data/plots', like: '/data/plots[1]' },
      { language: 'en' },
      { set: '/data/county', value: 'minle' },
      { remove: '/data/plots[1]' },
      { set: '/data/plots[1]/area', value: '-1' },
      { validate: true },
    ],
    '--instance',
  )
  assert.equal(status, 0)
  assert.deepEqual(
    answers[0].changed.find((one) => one.path === '/data/village').choices.map((choice) => choice.label),
    ['东寨村', '西坡村'],
  )
  assert.equal(answers[2].added, '/data/plots[1]')
  assert.equal(valueOf(answers[4], '/data/total').value, '60.5')
  assert.equal(valueOf(answers[5], '/data/total').value, '121')
  assert.equal(valueOf(answers[5], '/data/large').label, '共 121 亩')
  assert.equal(valueOf(answers[6], '/data/large').label, '121 mu in all')
  assert.equal(valueOf(answers[7], '/data/village').value, '', 'a village of another county is gone')
  assert.equal(valueOf(answers[8], '/data/large').relevant, false)
  assert.deepEqual(answers[8].changed[0], { path: '/data/plots[1]', what: ['removed'] })
  assert.equal(valueOf(answers[9], '/data/plots[1]/area').message, '面积大于 0')
  assert.deepEqual(answers[10].faults.map((fault) => fault.path), ['/data/plots[1]/area'])
  assert.match(xml, /^<data [^>]*id="plots"/)
  assert.ok(xml.includes('<plots><name>北地</name><area>-1</area></plots>') && !xml.includes('<large'))
}
{
  const { status, answers } = run([{ set: '/data/nowhere', value: 1 }, { set: '/data/county', value: 'minle' }])
  assert.equal(status, 1, 'a refused step is told at the end too')
  assert.deepEqual([answers[0].error.step, answers[0].error.code], [1, 'unknown_node'])
  assert.equal(answers[1].changed[0].value, 'minle')
}
{
  const { status, answers } = run([
    { get: '/data/plots' },
    { set: '/data/plots[2]/area', value: 7 },
    { get: '/data/plots' },
    { get: '/data/total' },
    { set: '/data/plots[3]/nothing', value: 1 },
    { get: '/data/plots' },
    { get: '/data/village' },
  ])
  assert.equal(status, 1)
  assert.equal(answers[0].count, 0)
  assert.deepEqual(
    answers[1].changed.filter((one) => one.what.includes('added')).map((one) => one.path),
    ['/data/plots[1]', '/data/plots[2]'],
    'the plots that lack are added',
  )
  assert.equal(answers[2].count, 2)
  assert.equal(answers[3].value, '7')
  assert.equal(answers[4].error.code, 'unknown_node')
  assert.equal(answers[5].count, 2, 'a path that leads nowhere adds nothing')
  assert.deepEqual(answers[6].choices, [], 'no county yet, so no villages')
}
assert.equal(evaluate('-', '1 + 2').stdout, 'number 3\n')
assert.equal(evaluate('-', "concat('x', '')").stdout, 'string "x"\n')
assert.equal(evaluate('-', '-1 < 0').stdout, 'boolean true\n')
assert.equal(evaluate(form, "instance('villages')/root/item[county = 'yongchang']").stdout, 'nodes 2\n')
assert.equal(evaluate('-', "date('nonsense')").status, 1)
assert.equal(evaluate('--property', 'username=li', '--property', 'email=l@example.org', form, "property('username')").stdout, 'string "li"\n')
assert.equal(evaluate('--property', 'nothing', form, '1').status, 1)
for (const file of [form, join(top, 'assets/checklists/c1.json')]) {
  const bench = spawnSync(plumb, ['form', 'bench', file], { encoding: 'utf8' })
  for (const name of ['load', 'first_evaluation', 'answer.p50', 'answer.p99', 'finalise', 'memory'])
    assert.match(bench.stdout, new RegExp(`^bench form\\.${name.replace('.', '\\.')} [0-9.e-]+ (ms|MB)$`, 'm'))
}
console.log('form run: steps, expressions and figures as documented')
