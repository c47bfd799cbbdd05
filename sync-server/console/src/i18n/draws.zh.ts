/** Random draws, in Chinese. */
export const drawsZh = {
  draws: {
    title: '随机抽查（双随机）', lead: '先冻结名录、公开指纹，再由日志里别人写下的下一条记录决定结果；谁都可以在这里重算一遍。', none: '还没有抽查。', noneHow: '抽查从已公布的年度计划的批次开始：在左边选一个批次。', noneNoPlan: '还没有已公布的年度计划；先在“年度计划”提出、批准并公布。', more: '再显示一些', toPlans: '看年度计划',
    by: '{name}冻结 · {at} · 日志第 {index} 条', ofPlan: '{plan} · {region} · 检查表 {checklist} · {cap}', noPlan: '计划之外 · {region}', pool: '名录指纹',
    state: { committed: '已冻结，待揭示', revealed: '已抽出，待派发', assigned: '任务已全部派发' },
    replayed: '本浏览器已重算', replayBad: '重算不一致',
    step: { label: '抽查的五步', frozen: '冻结名录', committed: '承诺', revealed: '揭示', drawn: '抽出并锁定', assigned: '派发任务', households: '{n} 户 · {at}', entry: '日志 {n} · {at}', checkpoint: '检查点 {n}', result: '{n} 户 · 排除 {out}', tasks: '{done} / {all} 项', yours: '等你派发', wait: '等别人写下一条', open: '可以揭示', later: '还没到', here: '等你签名' },
    plan: { title: '年度计划', total: '完成 {done} / {quota}', begin: '开始抽取', again: '再抽一次', noDraw: '未抽', other: '计划之外', batchOf: '{name}：完成 {done} / {quota}' },
    people: { title: '抽检查员', sub: '同一种子', pool: '名录', excluded: '排除：{reason}', n: '{n} 人', groups: '{team} 人一组', teams: '{n} 组', spare: '不成组', head: { team: '组', persons: '检查员', tasks: '任务' }, more: '另 {n} 组 · {tasks} 项任务', unfold: '展开', fold: '收起', left: '不入名录' },
    strata: { title: '分层与比例', rule: 'n = ⌈N × 比例⌉，逐层抽', head: { grade: '风险等级', pool: '名录 N', share: '比例', drawn: '应抽 n', part: '占本层' }, total: '合计', grade: { A: 'A 低', B: 'B 较低', C: 'C 较高', D: 'D 高' } },
    result: { title: '抽中名单', sub: '按抽出先后', keys: '用 {j} {k} 移动', head: { number: '序', site: '对象', stratum: '等级', team: '检查员', state: '状态' }, unassigned: '待派发', excluded: '排除，见“排除与递补”', byHand: '单独派发', more: '还有 {n} 户', open: '看任务', none: '揭示之前没有名单：谁也还不知道会抽到谁。' },
    replay: { title: '任何人都能重算', how: '怎样重算', one: '名录按编号排序，取指纹并先行公布', two: '等一个承诺时还不存在的公开检查点', three: '两者合起来就是种子，谁也挑不了', four: '逐层洗牌（Fisher–Yates），取前 n 户', none: '还没有', good: '重算结果与名单一致 {n} / {n}', took: '由本浏览器算出，用时 {ms} 毫秒', button: '在本浏览器重算', again: '再算一次', working: '正在重算…',
      deciding: { proved: '决定结果的检查点已逐条证明：正是承诺之后别人写下的第一条。', unknown: '承诺与检查点之间有别的地区的记录，本浏览器不能逐条证明；服务器没有收下别的检查点。' } },
    howTo: { title: '怎样重算', one: '下载“名录与种子”，里面有名录全文和两条签名记录。', two: '运行 plumb draw verify 文件名；或者用任何语言照 shared/records/planning/DRAW.md 写二十行程序（那里有 Python 的）。', three: '结果的抽取顺序、组和排除必须与签名记录逐字相同。', close: '关闭' },
    out: { title: '排除与递补', sub: '均已签名入日志', none: '没有排除。', noneBound: '没有排除：承诺时写明没有，之后也没有。', bound: '承诺时已写明', late: '承诺之后才发生', arose: '{day} 发生', stands: '递补：{name}', notDrawn: '没有抽到它，不需要递补', person: '检查员' },
    foot: { committed: '承诺之后名录不能更改；揭示也须签名。', revealed: '派发后名单不能更改；更正须另立批次。', assigned: '名单已经锁定。任务在下次同步时到达平板。', paper: '抽取公告 PDF', file: '名录与种子', reveal: '揭示', assign: '派发 {n} 项任务' },
    new: { title: '冻结名录', lead: '名录由本浏览器从已证明的对象和检查员里取出。签名以后不能更改，服务器也要收到名录全文才收这条记录。', name: '抽查名称', preparing: '正在取出已证明的对象和检查员…', sites: '对象名录', sitesOf: '{grade}：{n} 户', people: '检查员名录', left: '不入名录', leftNone: '没有。', sign: '签名承诺', notYours: '您不能在这个区域冻结名录：须是这里的审核员或管理员。', gone: '这份计划里没有这个已公布的批次。请从年度计划重新进入。', exclude: '排除（现在已知不能检查的对象、不能去的检查员）', excludeSub: '随名录一起冻结：种子出来以前就写明排除谁、为什么。之后才发生的，揭示时另写。', show: '看全部 {n} 个', cancel: '不抽了', sum: '{n} 户、{people} 名检查员；共抽 {drawn} 户', again: '这个批次已经抽过 {n} 次；再抽是另一次抽查，两次都留在日志里。' },
    left: { no_grade: '没有写风险等级', other_stratum: '风险等级 {detail} 不在这个批次的分层里', certificate_over: '执法证 {detail} 到期，早于批次的最后一天' },
    lacks: { stratum_short: '排除以后，{name} 层剩下的不够抽。', reason: '每一项排除都要写明原因。', stratum_empty: '{name} 层在这个区域没有对象：计划里有这一层，名录就不能空着。', people_short: '检查员不够一组。', strata_none: '这个批次没有分层，不抽取。', title: '写明抽查名称。' },
    revealing: { title: '揭示', asking: '正在证明承诺和检查点…', waits: '还不能揭示：承诺之后还没有别人写过记录。下一条由别人写下的记录决定结果，写了以后再来。', again: '再看一次', checkpoint: '决定结果的检查点：{n} 条时的日志', exclude: '排除（不能检查的对象、不能去的检查员）', excludeSub: '每一项都写明原因，随揭示一起签名；由同一顺序的下一个递补。', excludeLate: '承诺之后才发生的排除', excludeLateSub: '写明哪一天发生、什么原因，随揭示签名，与承诺时的排除分开显示；承诺以前就知道的，不能在这里排除。', bound: '承诺时已排除 {n} 项：', comma: '、', arose: '发生日期', lackLate: '每一项排除都要写明原因和发生的日期；日期不早于承诺，不晚于今天。', find: '按名称找', add: '排除', reason: '原因', remove: '不排除', because: { left: '已不再是这里的检查员', unpublished: '对象已不再公布' }, comes: '抽出 {n} 户，{teams} 组', sign: '签名揭示', lack: '每一项排除都要写明原因。', must: '必须排除', cancel: '取消', site: '对象' },
    assign: { title: '派发任务', sub: '每户一条签名记录，派给抽到的组。', team: '检查员', ready: '可以派发 {n} 项', stands: '已派发 {n} 项', held: '{n} 项不能这样派：组里有人不能去，请逐项单独派发。', unpublished: '对象没有公布过，不能派发。', askedHint: '已向每组问过与所抽对象有没有利害关系；要回避的，请单独派发。', sign: '签名派发 {n} 项', progress: '已派发 {done} / {all}', stopped: '停在这里：已签的都留着，接着派只派其余的。', refused: '第 {n} 号没有收下：', over: '已派发 {n} 项。', checklist: '检查表', close: '关闭' },
    team: { not_inspector: '{name}现在不是这个区域的检查员。', certificate_over: '{name}的执法证 {until} 到期，早于任务期限。', of_enterprise: '{name}也替这家企业填报，应当回避。' },
    fault: { exclusion_late: '有一项排除在承诺之后才写明，原因发生的日期却不在承诺到揭示之间，或者写了两次：承诺前知道的，应当在承诺里。', pool_differs: '名录与冻结时的指纹或数目不符：名录在承诺以后被改过，或者不是那一份。', bad_pool: '名录写得不对。', draw_excluded: '排除的不在名录里。', draw_short: '剩下的对象或检查员不够抽。', draw_differs: '重算的结果与公布的不同。', checkpoint_wrong: '所说的检查点不是决定这次抽查的那一个。', checkpoint_old: '所说的检查点在承诺时就有了，种子可能事先知道。', line_unproved: '日志没有证明这次抽查的签名记录。' },
  },
}
/** What the server says no to of draws, for `problem`. */
export const drawProblemsZh = { exclusion_late: '承诺以后的排除要写明发生的日期，不早于承诺，不晚于揭示，每项只写一次；承诺前知道的不能再排除。', draw_unknown: '服务器的日志里没有这次抽查，请先同步。', draw_revealed: '这次抽查已经揭示过了。', draw_short: '剩下的对象或检查员不够抽。', draw_excluded: '排除的不在名录里。', draw_differs: '结果与名录、检查点和排除算出来的不同。', pool_differs: '名录不是承诺的那一份。', bad_pool: '名录写得不对。', checkpoint_old: '检查点在承诺时就有了，不能用来揭示。', checkpoint_wrong: '检查点不是决定这次抽查的那一个。' }
