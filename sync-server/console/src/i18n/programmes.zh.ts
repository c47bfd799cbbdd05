/** Programmes and how their experts score, in Chinese. */
export const programmesZh = {
  programmes: {
    title: '项目', show: '项目', back: '返回年度计划', lead: '对象所属的项目：用哪些检查表、要达到什么、验收由几名专家怎样评分。同一编号最后公布的一版有效。', publish: '公布项目', change: '修改', none: '还没有公布过项目。', done: '已公布，日志第 {n} 行。', unbelieved: '有 {n} 行没有通过核对，没有列出。请告诉管理员。', byLists: '检查表：{names}', until: '{day} 前', unscored: '没有规定专家评分。',
    form: { title: '公布项目', again: '修改项目', say: '签名后写入日志，从此以这一版为准；没有改的照旧写入。', region: '哪个地区的项目', name: '项目名称', nameEn: '英文名称（可不填）', id: '项目编号', idSay: '公布对象时用它写明对象属于哪个项目，公布后不能改。', source: '设立它的文件', sourceSay: '写在这里，各项目标就不用再写。', kind: '类别（可不填）', sector: '领域（可不填）', checklists: '检查表', scored: '验收由专家评分', sign: '签名并公布' },
    lacks: { region: '要选地区。', id: '要写项目编号。', title: '要写项目名称。', taken: '这个编号已有项目。要改它，请点它的“修改”；要新建，请换一个编号。', targetTitle: '每项目标都要有名称。', targetNumber: '目标数要写整数，0 或以上，最多九位。', targetShare: '百分比的目标数不能超过 100。', targetDay: '目标的截止日不是一个日期。', targetSource: '目标要写依据的文件：写在项目上，或写在这一项上。' },
    targets: '目标', targetsSay: '要达到的数，每项有依据。',
    target: { add: '加一项目标', title: '目标名称', titleEn: '英文名称（可不填）', number: '至少', unit: '单位', measure: '按什么统计', level: '只算哪一级（可不填）', by: '截止日（可不填）', source: '依据（项目已写的可不填）' },
    measure: { none: '人工统计', sites: '已公布的对象数', inspections: '当年检查数', pass_rate: '当年合格率（%）', coverage: '当年检查覆盖率（%）', standards: '已公布的标准数' },
    rule: {
      lead: '以后组建的专家组都照这条规则；已经组建的仍按各自组建时的规则。', experts: '专家人数', least: '至少交几份', method: '结果怎样算', limit: '极差上限（分）', drops: '去掉最高、最低的评分', highest: '去掉几个最高', lowest: '去掉几个最低', from: '交满几份才去掉', criteria: '评分项', title: '名称', titleEn: '英文名称（可不填）', points: '满分', add: '加一项',
      say: { experts: '1 到 {most} 名。', least: '不多于专家人数；不足就没有结果。', method: '去掉最高、最低以后，按剩下的总分算。', limit: '可不填；大于 0，最多三位小数。各份总分相差超过它就提示复核，不改变结果。', highest: '0 到 {most}。', lowest: '0 到 {most}；两者合计至少 1。', from: '多于去掉的合计，不多于专家人数。', criteria: '1 到 {most} 项；每项满分 0.001 到 1000，最多三位小数。' },
      lacks: { experts: '专家人数写 1 到 25 的整数。', least: '至少交的份数写 1 以上的整数，不多于专家人数。', drop: '去掉的个数写 0 到 25 的整数，最高、最低合计至少 1 个。', from: '“交满几份才去掉”要多于去掉的合计，不多于专家人数。', limit: '极差上限要大于 0，最多三位小数；不设就留空。', criteria: '评分项要有 1 到 40 项。', titles: '每个评分项都要有中文名称。', points: '每个评分项的满分写 0.001 到 1000，最多三位小数。' },
    },
  },
}
