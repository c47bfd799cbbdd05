/** Statistics, in Chinese. */
export const statisticsZh = {
  statistics: {
    title: '统计与目标', lead: '正在统计…', from: '由已入日志的 {n} 行算出', yearOf: '年度', year: '{n} 年', month: '{n} 月', monthHead: '月份', print: '打印',
    checks: '检查', atSites: '次 · {n} 家', rate: '合格率', open: '未关闭问题', overdue: '逾期 {n}', closing: '平均关闭', days: '天', onTime: '按期 {n} %',
    up: '↑ 升 {n}', down: '↓ 降 {n}', same: '持平', change: '较上年', n: '次数', few: '样本太少', beside: '为保护小样本不显示', nothing: '这一年没有可数的检查。',
    fewWhy: '不足十次，算不出有意义的比率。', besideWhy: '显示它就能用合计推算出旁边不足十次的那一格。', openAll: '看这些记录', openOf: '打开“{what}”的 {n} 条记录', noProgramme: '未写项目', noSector: '未写行业',
    targets: '目标与实际', targetsSay: '竖线是目标', noTargets: '没有已发布的项目目标。', source: '来源：{text}', by: '截至 {day}', notCounted: '记录里数不出', reached: '已达', short: '差 {n}', notWhole: '只数到您能看的地区。',
    regions: '各地区合格率', mapFew: '少', mapKeys: { pass: '90 % 及以上', part: '80–90 %', fail: '80 % 以下', few: '样本太少', none: '没有检查' }, mapSketch: '示意图：界线示意，不作为界线的依据', noMap: '没有这一地区的界线，看下表。',
    closingBy: '各项目的整改时间', closed: '关闭数', daysOf: '平均天数', timely: '按期', nothingYet: '还没有可算的', of_pass_rate: '{n} 次检查中', of_coverage: '{n} 家中',
    visitKinds: '检查：', uncounted: '不计（{source}）', byRule: '上级部署', trend: '每月合格率与检查次数', trendSay: '线：合格率 %　柱：次数', showTable: '看表格', hideTable: '收起表格', gaps: '线上的缺口：那几个月样本太少，或显示它会泄露样本太少的月份。',
    byTitle: '分类合格率', by_programmes: '项目', by_checklists: '检查表', by_sectors: '行业', by_kinds: '检查种类', checklist: '检查表',
    items: '不符合最多的条款', allItems: '全部 {n} 条', fewerItems: '只看前几条', item: '条目', text: '内容', force: '效力', failedOf: '不符合 / 检查', share: '比例', forces: { mandatory: '强制', recommended: '推荐' },
    openFailed: '打开条目 {item} 不符合的 {n} 条记录', openAsked: '打开检查了条目 {item} 的 {n} 条记录',
    burden: '负担守护', burdenSay: '每家一年受检次数 · 计法同年度计划', times: '{n} 次', timesCap: '{n} 次 · 上限', sitesN: '{n} 家', noCap: '没有已公布的年度上限。', overCap: '{n} 家超过上限 {cap} 次', keptCap: '没有一家超过上限 {cap} 次',
    inspectors: '检查员之间的差异', inspector: '检查员', spread: '同一检查表下合格率从 {low} % 到 {high} %，相差 {apart}。差异大的一起看几份记录，不作评价之用。', noSpread: '够十次的检查员不足两人，看不出差异。',
    pairs: '自评与检查', pairsSay: '同一对象、同一检查表，一年之内', noPairs: '没有可比的自评。', pairsN: '对数', higher: '自评偏高', difference: '平均差（分）',
    records: '数字背后的记录', back: '回到统计', noRecords: '没有这样的记录。', passed: '合格', notPassed: '未合格', unjudged: '没有检查表，判断不了', itemFailed: '条目 {item} 不符合', itemAsked: '检查了条目 {item}',
    how: '计入：待审核和已通过的检查；退回的补正之后再计入，待会签的和复查不计。合格：等级在其检查表里属于“合格”；没有等级的检查表，以没有一项不符合为合格。月份按检查所在时区。少于 {n} 次不算比率。负担守护按年度计划的计法，与合格率的计法不同：复查和退回的也是去过一次。',
  },
}
