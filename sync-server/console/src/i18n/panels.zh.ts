/** Panels of experts and ratings of visits, in Chinese. */
export const panelsZh = {
  panels: {
    title: '专家评分', lead: '几名专家各自评同一次验收。收齐或结束以前，服务器不把评分给本人以外的任何人；交了不能改。', rules: '评分规则随项目公布', none: '没有专家评审。', mine: '只看要我评的', filter: '状态', all: '全部', open: '评分中', over: '已结束', ask: '请专家评分',
    until: '请在 {day} 前评完', handed: '已交', waits: '未交', assignedBy: '{name} 于 {at} 组建', closed: '已提前结束：{reason}',
    judged: { ok: '本浏览器已核对签名、权限和日志位置，并重新算过结果。', differs: '服务器说的和签名的记录不一致，以记录为准，请告诉管理员。', missing: '服务器没有给出可信的记录，请告诉管理员。' },
    result: '结果', noResult: '交评分的不足 {least} 名，没有结果', of: '满分 {full}', method: { mean: '取平均', median: '取中位数' }, dropping: '满 {from} 份去掉 {highest} 个最高、{lowest} 个最低', spread: '极差 {range}，标准差 {deviation}', wide: '极差超过项目规定的 {limit}，请复核', limit: '极差不超过 {limit}', experts: '{n} 名专家，至少 {least} 名',
    expert: '专家', total: '总分', dropped: '已去掉', kept: '计入', opinion: '意见', criterion: '评分项', points: '得分', full: '满分', record: '检查记录', score: '评分', close: '提前结束', cancel: '取消', sign: '签名',
    assign: { title: '请专家评分', lead: '规则是项目公布的，照此签名。专家要能看这个地区的记录；外请的专家，请先以审计员身份邀请。签过这次检查的人不能评。', choose: '选 {n} 名专家', until: '请在哪天前评完', lacks: '请选满 {n} 名专家，日期写今天或以后。', unready: '没有规则可用' },
    scoring: { title: '评分', lead: '评完以前您看不到别人的评分，别人也看不到您的。签名以后不能改。', max: '0 到 {n}', lacks: '每一项都要填，最多三位小数，不超过满分。', opinion: '意见（可不填）' },
    closing: { title: '提前结束评分', lead: '不再等没有交的专家；已交的可以看，不足规定人数的没有结果。', reason: '理由' },
  },
  ratings: {
    title: '企业评价', lead: '企业凭检查留下的评价码评价，不登录，码用一次。同一机关一个季度满 {n} 份才有数；单份谁也看不到。', few: '样本太少（不足 {n} 份）', region: '机关', quarter: '季度', count: '份数', mean: '平均', spread: '标准差', times: '各档份数（1 到 5）', all: '合计',
    question: { identified: '亮明身份、说清来意', fair: '公正、有依据', courteous: '文明、廉洁', helpful: '讲得清、有帮助', light: '打扰少' },
    texts: '写的话', textsLead: '只有上一级机关看得到。次序是打乱的，不带单位、检查和日期。', about: '{region} · {quarter}', more: '更早的', pick: '看哪一项',
  },
}
