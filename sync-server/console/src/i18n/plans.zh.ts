/** Annual plans of inspections, in Chinese. */
export const plansZh = {
  plans: {
    title: '年度计划', lead: '年度行政检查计划由一人提出、另一人批准，然后公布；更正是新的一版，旧版都留着。抽取按已公布的分层和比例。', new: '提出计划', none: '没有年度计划。',
    year: '{n} 年', cap: '每户每年至多 {n} 次', noCap: '没有定每户上限', total: '完成 {done} / {quota}', elsewhere: '下表是现行的一版；新的一版还没有公布。', undrawn: '不抽取', team: '每组 {n} 人',
    own: '您提出的这一版，须由别的负责人审批。', publish: '记公布', correct: '更正', versions: '全部版本（{n}）', version: '第 {n} 版', by: '{name} 于 {at} 提出', sameBatches: '批次没有改动。', because: '更正原因：{why}', brief: '{name}：{quota} 户，{strata}', publishedBy: '{name} 于 {at} 记公布：{where}',
    table: { say: '整张计划可以用一张表填：每行一个批次的一层，写比例、计划数和各月数；有错时按行、按列说明，一行也不取。', file: '从表格读入批次', sheet: '年度计划', taken: '已读入 {n} 个批次，可以再改。', faults: '有 {n} 处要改，改好再选一次文件。', months: '分月：', month: '{month}月 {n}', noMonths: '不分月' },
    visits: { title: '什么算一次检查（计入每户上限）', say: '不另写时全部计入：日常、个案、专项、复查，以及记录被退回的检查（司法部对国办发〔2024〕54号的解答：除上级部署的专项外都计入）。不计入的，每一种都写明出处。', what: '不计入的种类', source: '出处（文件名称、文号、条款）', add: '写一种不计入的', one: '{what}（{source}）', all: '计入上限：除以下各种外的检查——{without}', every: '计入上限：各种检查，含复查和记录被退回的；上级部署的专项除外' },
    visit: { recheck: '复查', returned: '记录被退回的检查', ordered: '上级部署的专项' },
    supersedes: { say: '这个区域这一年已有计划《{title}》。一个区域一年只有一个计划：先批准的那个。本计划公布后替代它。', why: '为什么替代', takes: '替代同一区域同一年的另一计划：{why}', beside: '这个区域这一年的计划是另一个：本计划不能批准，或者已被替代。要用它，另提一版并写明替代。' },
    head: { batch: '批次', kind: '种类', days: '时间', strata: '分层与比例', quota: '计划', drawn: '已抽', done: '已完成' },
    state: { proposed: '待批准', approved: '已批准，待公布', refused: '未批准', published: '已公布' },
    act: {
      approve: { title: '批准计划', text: '审批意见（可不填）', sign: '签名批准' },
      refuse: { title: '不批准', text: '不批准的理由', sign: '签名，不批准' },
      publish: { title: '记公布', text: '在哪里公布的（网址或栏目）', sign: '签名' },
    },
    lacks: { months: '第 {n} 批：分月数与计划数、时间或分层不一致；改一致，或者不分月。', uncounted: '不计入上限的，每一种写一次，都写明出处。', supersedes: '写明为什么替代已有的计划。', region: '选一个区域。', title: '写明计划名称。', basis: '写明计划的依据。', year: '年份写四位数。', most: '上限至少是 1，没有就不填。', batches: '至少写一个批次。', name: '批次 {n}：写一个与别的批次不同的名称。', checklist: '批次 {n}：选一张检查表。', days: '批次 {n}：起止日期要在计划年份内，止不早于起。', quota: '批次 {n}：计划户数至少是 1。', strata: '批次 {n}：分层写成“A 5%，D 50%”，每层一次，至多一位小数。', why: '写明为什么更正。' },
    form: { title: '提出年度计划', correct: '更正计划', stays: '区域：{region}。这是完整的新一版，公布前仍按旧版执行。', region: '区域', name: '计划名称', basis: '依据（法律或文号）', year: '年份', most: '每户每年检查上限（没有就不填）', batch: '批次 {n}', batchName: '名称', quota: '计划检查户数', from: '起', until: '止', team: '每组人数', strata: '按风险等级抽取的比例（不抽取就不填）', add: '加一个批次', drop: '去掉这个批次', why: '更正原因', sign: '签名报批' },
  },
}
