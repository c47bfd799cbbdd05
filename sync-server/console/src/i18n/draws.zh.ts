/** Random draws, in Chinese. */
export const drawsZh = {
  draws: {
    title: '随机抽查（双随机）', lead: '先冻结名录、公开指纹，再由日志里别人写下的下一条记录决定结果；谁都可以在这里重算一遍。', none: '还没有抽查。', more: '再显示一些',
    by: '{name} · {at} · {region} · 日志第 {index} 条', strata: '分层', stratum: '{name} 层 {of} 个，抽 {share}%', people: '检查员 {n} 名，{team} 人一组', pool: '名录指纹', checkpoint: '决定结果的', tree: '{n} 条时的日志',
    waits: '名录已冻结，还没有揭晓。揭晓要等日志里出现另一个人写的记录。', result: '抽中 {n} 个对象', excluded: '排除', replay: '在本浏览器重算', replaying: '正在重算…', same: '重算结果一致；名录指纹相符，决定结果的日志已证明是本日志的开头。种子',
    head: { number: '序号', site: '检查对象', stratum: '层', team: '检查员' },
    state: { committed: '已冻结', revealed: '已揭晓' },
    fault: { pool_differs: '名录与冻结时的指纹或数目不符。', bad_pool: '名录写得不对。', draw_excluded: '排除的不在名录里。', draw_short: '剩下的对象或检查员不够抽。', draw_differs: '重算的结果与公布的不同。', checkpoint_wrong: '决定结果的不是这本日志的开头。' },
  },
}
