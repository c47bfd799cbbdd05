// What the story is about: a small checklist of six items, what the enterprise says of itself, and what the inspector finds.
const verdict = (item) => ({ id: `q_${item}`, type: 'select_one', choices: 'verdict', label: { zh: '结论', en: 'Outcome' } })
const seen = (item) => ({ id: `seen_${item}`, type: 'text', relevant: `\${q_${item}} = 'fail'`, label: { zh: '现场所见', en: 'Seen on the spot' } })
const item = (id, zh, en, severity, more = {}) => ({
  id, no: id, points: 10, rule: 'choice', text: { zh, en }, questions: [verdict(id), seen(id)],
  finding: { severity, days: 10, text: { zh: `现场所见：\${seen_${id}}。`, en: `Seen on the spot: \${seen_${id}}.` } }, ...more,
})
const onFailure = { evidence: { photosWhenFailed: 1 } }

export const checklist = {
  format: 1, id: 'zone', version: '1', kind: 'supervision', languages: ['zh', 'en'], title: { zh: '示范区目标考核（示例）', en: 'Targets of a demonstration zone (example)' },
  choices: { verdict: [{ name: 'pass', label: { zh: '符合', en: 'Conforms' }, verdict: 'pass' }, { name: 'part', label: { zh: '部分符合', en: 'Partly' }, verdict: 'part', share: 0.5 }, { name: 'fail', label: { zh: '不符合', en: 'Fails' }, verdict: 'fail' }] },
  grades: [{ id: 'good', tone: 'pass', label: { zh: '良好', en: 'Good' }, when: [{ total: { min: 50 } }] }, { id: 'fair', tone: 'part', label: { zh: '一般', en: 'Fair' } }],
  sections: [
    { id: 'one', title: { zh: '一 标准与培训', en: '1 Standards and training' }, items: [item('A1', '建立标准体系并保持有效', 'A system of standards is kept', 'minor', onFailure), item('A2', '培训有计划、有记录', 'Training is planned and recorded', 'minor', { evidence: { photos: 1 } })] },
    { id: 'two', title: { zh: '二 投入品', en: '2 Inputs' }, items: [item('B1', '农药专柜上锁、专人保管', 'Pesticides are locked away under a named keeper', 'major', onFailure), item('B2', '农药空包装分类收集', 'Empty containers are collected apart', 'minor', onFailure)] },
    { id: 'three', title: { zh: '三 产品', en: '3 Product' }, items: [item('C1', '生产记录保存两年以上', 'Records are kept for two years', 'minor', onFailure), item('C2', '按批开具承诺达标合格证', 'Each batch bears its certificate', 'minor', onFailure)] },
  ],
}

export const sectionOf = (id) => checklist.sections.find((section) => section.items.some((one) => one.id === id)).id

// What is wanting on the day of the inspection, in the inspector's words.
export const found = { A2: '签到缺两人', B1: '柜门未上锁，农药与饲料混放', B2: '空瓶散落棚头', C2: '合格证漏填产地' }
