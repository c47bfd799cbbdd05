/** Chinese, the first language: every sentence of the page. English (en.ts) has the same keys; a test holds it. */
import { assessZh } from './assess.zh'
import { boardZh } from './board.zh'
import { calendarZh } from './calendar.zh'
import { programmesZh } from './programmes.zh'
import { registersZh } from './registers.zh'
import { checklistsZh } from './checklists.zh'
import { diffZh } from './diff.zh'
import { drawProblemsZh, drawsZh } from './draws.zh'
import { checksZh } from './checks.zh'
import { complaintsZh } from './complaints.zh'
import { panelsZh } from './panels.zh'
import { plansZh } from './plans.zh'
import { statisticsZh } from './statistics.zh'
import { archiveZh } from './archive.zh'
import { retentionZh, retentionProblemsZh } from './retention.zh'
import { disposalZh, disposalProblemsZh } from './disposal.zh'
import { referralsZh, referralProblemsZh } from './referrals.zh'
import { hookProblemsZh, hooksZh } from './hooks.zh'
import { publishingZh } from './publishing.zh'
import { reviewsZh } from './reviews.zh'
import { tasksZh } from './tasks.zh'
import { uiZh } from './ui.zh'
import { zhPeople } from './zh_people'

export const zh = {
  ...assessZh,
  ...boardZh,
  ...checklistsZh,
  ...diffZh,
  ...drawsZh,
  ...checksZh,
  ...complaintsZh,
  ...panelsZh,
  ...plansZh,
  ...statisticsZh,
  ...archiveZh,
  ...retentionZh,
  ...disposalZh,
  ...referralsZh,
  ...uiZh,
  ...hooksZh,
  ...publishingZh,
  ...reviewsZh,
  ...tasksZh,
  ...calendarZh,
  ...programmesZh,
  ...registersZh,
  ...zhPeople,
  app: { pageFailed: '这一页没有加载完成：网络可能断了，或者服务器已经更新。多数表里填写的内容都留着，重新加载后接着填。', reload: '重新加载', name: '准绳 审核台', language: 'English', switch: 'Switch to English', skip: '跳到正文' },
  typed: { before: '接着上次没有签完的内容。', anew: '清空重填', kept: '没有签成的内容还留在本浏览器里：再打开那张表，就能接着改。', seen: '知道了' },
  theme: { title: '外观', system: '跟随系统', light: '浅色', dark: '深色', switch: '外观：{now}。改为{next}', say: '只记在这个浏览器里。打印总是浅色。' },
  nav: { assess: '自评', label: '主导航', queue: '待我审核', returned: '已退回', accepted: '已通过', incomplete: '待会签', tests: '试用记录', board: '整改看板', referrals: '四种监督', rounds: '自评轮次', statistics: '统计与目标', plans: '年度计划', checks: '检查审批', tasks: '检查任务', publishing: '结果公示', archive: '档案', hooks: '对外通知', panels: '专家评分', complaints: '投诉举报', draws: '随机抽查', checklists: '检查表', people: '人员与设备', sites: '对象与项目', calendar: '工作日历', standards: '标准意见', more: '更多', about: '本浏览器' },
  role: { inspector: '检查员', enterprise: '企业', supervisor: '审核员', administrator: '管理员', auditor: '审计员' },
  region: { all: '全部地区' },
  kind: { supervision: '监督抽查', enforcement: '执法检查', acceptance: '目标考核', self: '自评', patrol: '日常巡查', recheck: '复查' },
  tests: { say: '试用记录只为试用检查表而作：不计入任何统计，不审核、不整改、不公示。', record: '试用记录，无效：只为试用检查表而作，不计入任何统计，不审核、不整改、不公示。' },
  status: { submitted: '待审核', returned: '已退回', accepted: '已通过', incomplete: '待第二名检查员签字', test: '试用记录' },
  verdict: { pass: '符合', part: '部分符合', fail: '不符合', na: '不适用', none: '未写明', open: '未填', recorded: '已记录', veto: '否决', finding: '有问题项' },
  severity: { minor: '一般', major: '严重', critical: '特别严重' },
  force: { mandatory: '强制', recommended: '推荐' },
  queue: {
    family: '检查或自评', of: { inspection: '检查', assessment: '自评' }, oldest: '最早在前', move: '移动', accept: '通过', return: '退回', more: '再显示一些', loading: '正在读取…', version: '第 {n} 版',
    empty: { submitted: '没有待审核的记录。平板同步之后，新的记录会出现在这里。', returned: '没有等待补正的记录。', accepted: '还没有通过的记录。', incomplete: '没有等第二名检查员签字的记录。', test: '没有试用记录。检查员在平板上选“试用模式”签名的记录列在这里。' },
    veto: '否决 {n}', findings: '问题 {n}', missing: '缺 {n} 个文件', retry: '再试一次',
  },
  export: {
    button: '导出', sites: '导出名单', title: '导出{list}', list: { inspections: '检查记录', reviews: '待审核记录', sites: '场所', assessments: '自评', findings: '问题', checks: '检查审批', tasks: '检查任务', plans: '年度计划', publications: '结果公示', complaints: '投诉举报', feedback: '标准实施反馈', rounds: '自评进度' }, rows: '{n} 条', counting: '正在清点…', format: '文件格式', formats: { csv: 'CSV', xlsx: 'Excel', geojson: 'GeoJSON' },
    formatSay: { csv: '任何表格软件', xlsx: '附导出说明', geojson: '地图软件' }, zone: '时间按哪个时区写', ownZone: '{zone}（本机）', answers: '连同每一项的答案', answersSheets: '每份检查表的每个版本各一张工作表。', answersOne: '一个文件只装一份检查表的一个版本。', checklist: '检查表', ofChecklist: '{title} v{version} · {n} 条', noChecklist: '没有可以导出的检查表。',
    go: '导出', close: '关闭', cancel: '停止', making: '服务器正在准备…', received: '已收到 {size}', saved: '已保存 {name}（{size}）',
  },
  papers: {
    button: '文书', title: '文书', which: '哪一份', language: '文书的语言', making: '服务器正在制作…', by: '由服务器按已验证的记录制作', open: '打开', print: '打印', save: '保存',
    name: { all: '全部文书（合订）', inspection_record: '现场检查记录', score_sheet: '评分表', evidence_sheet: '证据页', rectification_order: '责令整改通知书', delivery_proof: '送达回证', rectification_report: '整改报告', recheck_opinion: '复查意见书', archive_index: '卷内目录', check_approval: '行政检查审批表', check_notice: '行政检查通知书', task_letter: '检查任务单', draw_result: '随机抽查抽取结果', publication_table: '检查结果公示表' },
  },
  issued: { title: '已出具的文书', save: '保存已核对的 PDF', wrong: '取回的文件与记录所说的指纹不符，不予保存', old: '出具之后记录又补正过：它说的是较早的版本', say: '签名的 PDF 由日志里的记录按指纹指明；签名者的证书由根认可的机构签发。' },
  record: {
    record: '记录', back: '返回', none: '从左边选一条记录。', noneHint: '用 J 和 K 上下移动。', loading: '正在取回记录并在本浏览器里验证…', checklist: '检查表 {title} v{version}', team: '{n} 名检查员',
    signed: '陪同人已签字', refused: '陪同人拒签', absent: '无陪同人签字（{why}）', version: '第 {n} 版（补正）', verified: '本浏览器已验证：签名、信任链、日志、文件', verifying: '正在核对文件 {n}/{total}', notVerified: '{n} 项验证未通过', partly: '已验证；另有 {n} 项暂时无法核对',
    findings: '问题 {n} 项', vetoes: '否决 {n} 项', mandatory: '强制性条款 {n} 项不符合', acceptedBy: '已由 {name} 通过', certificateOver: '检查当天已过有效期（至 {day}）', certificate: '{name} 执法证号 {number}', cosigned: '第二名检查员：{name}', returnedBy: '已由 {name} 退回', noComment: '（没有写意见）', amended: '补正说明', byUnknown: '未能验证的作者',
  },
  items: {
    no: '项', what: '内容', found: '现场', evidence: '证据', remark: '批注', points: '得分', attention: '需关注', all: '全部', shown: '需关注的 {n} 项 · 共 {total} 项', onlyGood: '没有需要特别关注的项目', section: '{points} / {max} 分', key: '关键项', veto: '否决项', advisory: '参考项', 
    naReason: '理由', note: '现场说明', where: '位置', due: '整改期限', unknownSection: '检查表里没有的内容（按原样显示）', noChecklist: '检查表文件没有取到或不予采信，按原始编号显示。', addRemark: '对“{item}”写批注', remarkHere: '写给检查员的批注…', out: '超出限值', asked: '上次批注', guidance: '判定方法',
  },
  file: { open: '放大 {n}：{item}', waiting: '等待取回', loading: '正在取回', ok: '已核对，与签名一致', bad: '文件与签名不符，不予显示', small: '小图，由服务器制作，原图尚未核对', beside: '所见图片已核对，原图尚未取回', unmarked: '照片上的标记读不出来，不予显示', missing: '尚未上传到服务器', failed: '没有取到，点按再试', disposed: '已随案卷销毁', document: '附件', download: '保存已核对的附件' },
  siteplace: { edge: '在边界上', inside: '在边界内', outside: '界外 {far}', away: '距检查对象 {far}', metres: '{n} 米', kilometres: '{n} 公里' },
  light: { label: '照片', marked: '有标记', hideMarks: '隐藏标记', showMarks: '显示标记', of_receipt: '送达的照片或回执', of_signature: '签名', reason: '检查员对差异的说明：{text}', place: '拍摄位置 {lat}, {lon}', taken: '相机时间 {at}', placeSay: '相机写在照片里的，随照片一起上传；没有经过证明。', besideSay: '记录里与原图（HEIC）并列的这张图片已按签名核对；原图本身尚未取回。', smallSay: '这是服务器制作的小图，没有人对它签名。要核对签名，请取回原图。', original: '取回原图并核对（{size}）', close: '关闭', next: '下一张', previous: '上一张', hash: 'SHA-256 {hash}', of: '{n} / {total}' },
  witnesses: { open: '指定见证方', title: '您信任的见证方', about: '见证方是服务器以外的单位，只在日志延续它以前签过的内容时才签名。请从见证方那里直接取得它的公钥，一行一个。', label: '见证方公钥', save: '保存', cancel: '取消', bad: '第 {line} 行不是见证方的公钥（名称+编号+公钥）。', twice: '第 {line} 行的公钥写了两次。' },
  authenticity: { fetch: '取回并核对 {n} 张原图（{size}）', fetching: '正在取回原图……', title: '真实性', place: { inside: '签名 {at}，在区间内', early: '签名 {at}，早于区间', late: '签名 {at}，晚于区间' }, lead: '由本页从记录行和日志证明算出，不是服务器的说法。', time: '时间区间', timeOpen: '{before} 之前', timeSay: '签名时已见的检查点与首次收录它的检查点之间', score: '得分', scoreSay: '本页显示记录里签了名的得分；重新计算的结果见上面“得分与逐项结论”一行。', fingerprint: '记录指纹', show: '逐项说明', hide: '收起', ok: '通过', bad: '未通过', wait: '进行中', unknown: '无法核对' },
  check: { signature: '作者签名', chain: '信任链', keys: '密钥与吊销齐全', rights: '权限', body: '内容', inclusion: '日志收录', checkpoint: '检查点签名', consistency: '日志前后一致', witnesses: '见证方', clock: '签名时间', local_day: '时区与日期', cosigned: '第二名检查员', document: '检查表', score: '得分与逐项结论', files: '照片与附件' },
  lasting: { minutes: '{n} 分钟', hours: '{n} 小时', days: '{n} 天' },
  say: {
    witnesses: { some: '您指定的 {named} 个见证方中，{by} 个在日志有 {size} 条时签了名：{names}。', none: '您指定的 {named} 个见证方都没有在日志现在的状态上签名。', bad: '写着 {names} 签名的一行不是它签的。', early: '见证方签名时日志有 {size} 条，还没有收录本记录。', unread: '读不到见证方签过名的检查点，连上服务器后再看。' },
    signature: { ok: '{suite} 签名与收到的 {bytes} 字节逐字相符。', bad: '{suite} 签名与内容不符：内容或签名被改动过。', no_key: '没有可信的公钥可用来验证 {kid}…。' },
    chain: {
      ok: '从邀请里的根 {root}… 逐级验证到作者：{names}。', revoked_later: '{names}。签名时密钥有效，后于 {time} 被吊销（日志第 {at} 条）。', revoked: '未获证明：{name} 的密钥已于 {time} 被吊销（日志第 {at} 条），此行在那之后才进入日志。', too_early: '此行排在 {name} 的密钥登记（日志第 {at} 条）之前。', revocation_unplaced: '{name} 的密钥已被吊销，而此行在日志中的位置未获证明，无法确定先后。',
      unknown_author: '作者 {kid}… 不能从根逐级验证得到。', no_root_key: '缺少根的公钥，无法从根开始验证。', bad_signature: '信任链中有一条记录的签名不成立。', not_administrator: '邀请不是由管理员发出的。', beyond_region: '邀请给出的地区超出了管理员自己的地区。', bad_proof: '登记时新密钥没有证明自己。', malformed: '邀请的内容不完整。', reused: '同一邀请或密钥被用了两次，以先到的为准。', issuer_revoked: '签发邀请的密钥在那之前已被吊销。', namesake: '邀请把已有人员的姓名给了另一个人，又没有写明是同名。', not_held: '所说的密钥或权限并不存在。', not_root: '只有根能指定文书签名的认证机构。',
    },
    keys: {
      ok: '日志的 {count} 条信任记录全部在此，与签名检查点的计数一致：没有密钥或吊销被隐瞒。', some_refused: '日志的 {count} 条信任记录全部在此，与签名检查点的计数一致；其中 {refused} 条不予采信，不起作用。', unsaid: '日志的检查点没有写明信任记录的总数。本页只证明随记录送来的这些，不能证明没有吊销被隐瞒。',
      fewer: '服务器隐瞒了密钥或吊销：检查点记有 {count} 条信任记录，只取到 {held} 条。取齐之前一概不予采信。', others: '服务器给出的密钥与吊销和它自己签名的检查点不符。相符之前一概不予采信。', no_checkpoint: '没有可信的检查点，无法知道密钥与吊销是否齐全。',
    },
    rights: {
      ok: '{name} 当时是{role}，授权地区 {regions} 包含 {region}。', ok_everywhere: '{name} 当时是{role}，可以写这类记录。', role: '{name} 的角色不能写这类记录。', region: '{name} 的授权不包含此处（{region}）。', no_author: '作者未能验证，谈不上权限。',
      malformed: '地区代码写法不对。', not_root: '这关系到整个日志，而 {name} 不是由根直接邀请的管理员。', no_region: '没有写明地区。', no_site: '没有写明地点。', site_unknown: '所写的地点在此行之前没有可采信的公布记录。', site_region: '写的地区是 {region}，而该地点公布在 {elsewhere}。',
      of_unknown: '所说的那份记录不予采信，或者不存在。', wrong_self: '署名的人不是签名的 {name}。', wrong_person: '写的检查员不是签名的 {name}。', of_place: '写的地点与所说的那份记录不同，后者在 {elsewhere}。', not_its_author: '只有签署原记录的密钥可以补正，{name} 不是。', own_record: '{name} 是记录的签署人，自己的记录不能自己审。', no_id: '没有写明公布的是什么。', published_elsewhere: '同一内容先前公布于 {elsewhere}，不在 {name} 的管理范围。',
    },
    body: { ahead: '写明的整改完成日期（{member}）晚于签名的那一天。', ok: '内容写明了这类记录应有的各项。', lifted: '手写签名不是为这份内容签的：签的是另一份记录，或者签后内容改过。', bad: '内容不是这类记录应有的样子：{member} 缺少或写法不对。' },
    inclusion: { ok: '第 {index} 条，连同与它有关的各行，已证明在 {size} 条的日志之中。', bad: '收录证明不成立：此行不是日志第 {index} 条，或者一同送来的另一行不在所说的位置。', other_size: '收录证明针对 {size} 条的日志，检查点却是 {of} 条。', no_checkpoint: '没有可信的检查点，无法证明它在日志中的位置。' },
    checkpoint: { ok: '由邀请里的日志密钥 {origin} 签名。', ok_at: '由日志密钥 {origin} 签名，{time}。', bad: '检查点没有日志密钥的有效签名。', signed_only: '检查点由日志密钥签名。' },
    consistency: { same: '与本浏览器已验证的 {size} 条日志是同一份。', ok: '日志从 {from} 条到 {to} 条只增未改。', first: '本浏览器第一次见到此日志（{size} 条），以后以此为准。', smaller: '服务器的日志比本浏览器验证过的 {size} 条要少。', inconsistent: '日志与本浏览器验证过的 {size} 条不一致：历史被改过。', unproved: '没有得到证明。', no_checkpoint: '检查点未经签名，无从比较。' },
    clock: { ok: '记录写明的签名时间在日志证明的时间区间之内。', ok_open: '记录写明的签名时间不晚于收录它的检查点；签名前没有见过检查点。', early: '签名时间比区间的开端还早 {span}：签名设备的时钟慢了，至少慢这么多。', late: '签名时间比区间的末端还晚 {span}：签名设备的时钟快了，至少快这么多。', said_ahead: '签名设备的时钟快 {span}，记录里签名写明；校正后的时间在区间之内，整改期限按校正后的日期。', said_behind: '签名设备的时钟慢 {span}，记录里签名写明；校正后的时间在区间之内，整改期限按校正后的日期。', still_ahead: '记录写明时钟快 {span}，但校正后的时间仍在区间之外。', still_behind: '记录写明时钟慢 {span}，但校正后的时间仍在区间之外。' },
    cosigned: { ok: '{name} 签的是逐字节相同的内容。', missing: '要两名检查员签字，日志里还没有第二名的签字，这份记录暂不计入任何结果。', differs: '{name} 以这份记录的名义签了别的内容。' },
    local_day: { ok: '答案中的日期和时刻以 {zone} 时区、{day} 当天为准，与检查的起止时间一致。', none: '记录没有写明时区（较早的记录），按 UTC 计分。', times: '检查的起止时间写法不对。', form: '写明的时区“{zone}”不成立。', started: '写明的时区是 {zone}，开始时间却按 {written} 书写。', finished: '写明的时区是 {zone}，结束时间却按 {written} 书写。', day: '写明的日期是 {day}，检查却在 {finished} 结束。' },
    document: { ok: '检查表文件的 SHA-256 与记录所写 {hash}… 一致。', unpublished: '此记录之前没有可采信的行公布它的检查表（{hash}…），未使用，按代号显示。', bad: '检查表文件与记录所写的 {hash}… 不符，未使用。', missing: '检查表文件没有取到：{detail}', unreadable: '检查表文件无法读出。', list_bad: '检查表的附件 {file} 与检查表所写的不符，未使用；其中的选项按记录里的代号显示。', list_missing: '检查表的附件 {file} 没有取到，其中的选项按记录里的代号显示：{detail}' },
    score: { ok: '本浏览器用平板和服务器的同一引擎，按签名的答案重新计算：总分和 {items} 项的结论、得分与记录所写全部一致。', bad: '重新计算的结果与记录所写不同：{detail}', refused: '按签名的答案无法计算：{detail}', failed: '没有能重新计算：{detail}', wait: '正在重新计算…', no_engine: '这个控制台构建时没有带上计算引擎，得分没有在这里重新计算；收录时服务器已经复算。' },
    files: { ok: '{total} 个文件逐个计算 SHA-256，全部与签名一致。', none: '此记录没有文件。', wait: '正在逐个计算 SHA-256：{good}/{total}。', bad: '{bad} 个文件与签名不符，已标出，不予显示。', missing: '{good}/{total} 个已核对；{missing} 个还没有取到。', small: '{good}/{total} 个已核对；{small} 张大照片的原图尚未取回核对，先显示小图。', disposed: '{good}/{total} 个已核对；{gone} 个已随案卷销毁，哈希仍在记录里。' },
  },
  unbelieved: { status: '不予采信', one: '有一行不予采信，不起任何作用：', many: '有 {n} 行不予采信，不起任何作用：', unreadable: '日志第 {n} 条不是合格的记录行' },
  score: { title: '得分', of: '满分 {max}' },
  findings: { title: '整改', onSpot: '当场', none: '没有问题项。' },
  recheck: { title: '复查', about: '这是对整改通知 {number} 的复查，不另立案卷：每个问题的复查结论记在下达整改的那次检查的案卷里。', open: '打开那次检查', unknown: '这是对一份整改通知的复查，那份通知在这里读不到或未能验证。' },
  places: { title: '位置', begun: '开始', signed: '签名', photos: '照片', at: '{lat}, {lon} ±{acc} 米', none: '未定位：{why}', known: '{n} / {total} 张有位置', mocked: '系统称为模拟位置', say: '平板的定位所说，与签名一起签下；定位本身没有经过证明。', why: { off: '定位已关闭', denied: '系统不允许定位', no_receiver: '没有定位设备', searching: '正在搜索卫星', stale: '一分钟内没有新的定位' } },
  feedback: {
    title: '标准意见', lead: '检查员、企业和审核员对标准条款的意见，由服务器按条款计数；打开的条款，每一条都在本浏览器验证签名和收录。', search: '找标准号或条款', unbelieved: '有 {n} 行意见不予采信，没有列出。', total: '共 {n} 条意见，涉及 {clauses} 个条款', totalMore: '共 {n} 条意见；下面是意见最多的 {clauses} 个条款', none: '还没有人对标准提过意见。', noneSuch: '没有符合的意见。', unnamed: '未写明标准', clause: '{clause}', count: '{n} 条', by: '{name} · {at} · 日志第 {index} 条', met: '检查表 {checklist} 第 {item} 项',
    class: '类别', choose: '请选择', waiting: '待答复', answer: '分类并答复', answerAgain: '重新答复', answerText: '答复', answerHint: '答复是签名记录，会同步到{name}的平板。', sign: '签名答复',
    classes: { unclear: '看不懂', impracticable: '难以执行', outdated: '已经过时', wrong_reference: '引用有误', conflicting: '与其他规定不一致', incomplete: '缺少规定', no_fault: '条款没有问题', other: '其他' },
    status: { upcoming: '即将实施', in_force: '现行', partly_replaced: '部分代替', replaced: '被代替', withdrawn: '废止' },
  },
  party: { title: '被检查方', receipts: '附照片或回执 {n} 件', signed: '签字', refused: '拒绝签字', reason: '理由', witness: '见证人', noWitness: '没有（{why}）', witnessSigned: '见证人签字', credential: '出示证件', shown: '检查前已出示（{at}）', notShown: '没有出示：{why}', licence: '证照名称', sameName: '与登记一致：{name}', names: '登记的名称：{published}；证照上的名称：{licence}', delivered: '事后送达', deliveredBy: { paper: '交纸质', left: '留置送达', sent: '寄送' }, saidBy: '{name} 记录', earlierVersion: '送的是补正前的一版', result: '结果交付', way: { paper: '当场交纸质', sent: '电子送达', refused: '对方拒收', later: '以后送达' }, to: { post: '邮寄', email: '邮箱', message: '短信或微信', platform: '政务平台', other: '其他方式' }, none: '记录里没有被检查方的意见。' },
  history: { signedAt: '签名地点：{where}', title: '经过', says: '内容', site_published: '公布地点', checklist_published: '公布检查表', inspection_submitted: '提交', inspection_amended: '补正', inspection_cosigned: '第二名检查员签字', inspection_delivered: '事后送达', review_accepted: '通过', remark_added: '问答', finding_referred: '四种监督去向', referral_answered: '去向答复', review_returned: '退回', document_issued: '出具文书', assessment_contributed: '自评填写', assessment_assigned: '派章节', assessment_submitted: '提交自评', assessment_amended: '补充自评', round_published: '公布自评轮次', rectification_ordered: '下达整改', rectification_delivered: '送达', rectification_reported: '企业上报', rectification_objected: '企业申辩', rectification_extension_requested: '申请延期', rectification_extended: '同意延期', rectification_extension_refused: '不同意延期', rectification_verified: '复查通过', rectification_rejected: '复查未通过，退回', rectification_withdrawn: '撤销整改', rectification_handed_over: '移送', rectification_ended: '终止', rectification_archived: '归档', index: '日志第 {n} 条', bad: '未能验证，不计入状态', because: '：', good: '已验证', unread: '另有 {n} 条更早的版本和审核在日志中，此处未读取。' },
  decide: {
    placeholder: '审核意见（可在各项右侧逐项批注）', label: '审核意见', accept: '通过', return: '退回补正', remarks: '{n} 条逐项批注', needComment: '退回要写明意见，或对某一项写批注。', sending: '正在签名并送达…', waiting: '决定已在本浏览器签名并保存，还没有送达服务器；会用完全相同的字节重发。', resend: '现在重发',
    acceptFirst: '有一票否决项不合格：将签一条“通过”记录，还要另一名审核员同意，记录才算通过。', acceptSecond: '{name} 已同意。将用本浏览器的密钥签第二条“通过”记录，记录随即通过，签后不能撤回。', acceptTitle: '通过这条记录？', returnTitle: '退回这条记录？', acceptSay: '将用本浏览器的密钥签一条“通过”记录并写入日志，签后不能撤回。', returnSay: '将签一条“退回”记录；检查员会看到你的意见并补正。', sign: '签名并通过', signReturn: '签名并退回', cancel: '取消', noComment: '没有写意见', unverified: '有 {n} 项验证未通过，不能通过这条记录。可以退回。', notYet: '有文件还没有核对：{say}', version: '针对第 {n} 版，指纹 {hash}…',
    doneAccepted: '已通过 · 日志第 {n} 条，已证明', doneAgreed: '已同意 · 日志第 {n} 条，已证明；还等另一名审核员', doneReturned: '已退回 · 日志第 {n} 条，已证明', doneUnproved: '服务器说已收到，但没有给出可信的收录证明。',
    why: { test_record: '试用记录不审核，也不产生整改、任务、文书和公示。', agreed_already: '您已经同意；有一票否决项不合格，还等另一名审核员。仍可退回。', own_visit: '您参加了这次检查，不能同意它的结果。', not_cosigned: '这份记录要两名检查员签字，第二名还没有签，签字之后才能审核。', not_believed: '此记录不予采信，对它的审核不会起作用。', decided: '这一版已经审核过。', not_supervisor: '本浏览器的授权不包含审核这一地区的记录，只能查看。', own_record: '不能审核自己提交的记录。', not_loaded: '' },
  },
  enrol: {
    fresh: '登记完成。请把这四个字读给管理员核对：', freshDone: '已核对',
    title: '把这个浏览器登记为审核台', lead: '粘贴管理员给你的邀请。浏览器会生成自己的密钥，私钥不能导出，也不会离开这里。', field: '邀请', placeholder: 'plumb://enrol?s=…', device: '给这个浏览器起个名字', deviceDefault: '浏览器', button: '登记', working: '正在核对邀请并登记…', resume: '继续登记', resumeSay: '上次登记没有收到服务器的回答。继续时会发送完全相同的内容。', startOver: '放弃，换一个邀请',
    step1: '核对服务器、日志和根是不是邀请所说的', step2: '生成不可导出的 ES256 密钥', step3: '从根逐级验证信任链', other_server: '这里的服务器不是邀请所说的那一个：日志或根不同。请打开邀请所属的服务器。', chain: '服务器给出的信任链不能从邀请中的根到达本浏览器的密钥。没有登记。', proof: '服务器没有证明登记已写入日志。没有登记。', no_root_key: '服务器没有给出根的公钥，无法自己验证信任链。没有登记。', elsewhere: '邀请写的是 {server}，当前页面来自 {here}。',
  },
  insecure: { title: '需要安全连接', say: '浏览器只在 https 或本机地址下提供密码功能。请用 https 打开本页。' },
  invitation: { empty: '请先粘贴邀请。', form: '这不是邀请：应当以 plumb://enrol? 开头，完整地粘贴。', missing: '邀请不完整，可能只复制了一部分。', server: '邀请里的服务器地址不正确。', log: '邀请里的日志密钥不正确，可能复制时少了字符。', root: '邀请里的根指纹不正确。', alg: '这个邀请是给平板用的，浏览器需要 ES256 的邀请。', key: '邀请里的密钥不正确，可能只复制了一部分。' },
  about: {
    title: '本浏览器', lead: '这个浏览器有自己的密钥。它签下的每一条审核都可以追溯到这里。', person: '使用者', roles: '授权', fingerprint: '密钥指纹', device: '名称', server: '服务器', origin: '日志名称', root: '根指纹', log: '已验证的日志', logSize: '{n} 条', logNone: '还没有验证过检查点', logRoot: '日志根', refresh: '现在核对日志', refreshed: '日志完好，共 {n} 条。', waiting: '待送达的决定', nothingWaiting: '没有',
    forget: '忘记这个浏览器', forgetSay: '删除这里的密钥和已验证的日志状态。已签的记录不受影响；再次使用需要新的邀请。', forgetAsk: '确定要忘记吗？', forgetWaiting: '还有一条决定没有送达，忘记后它会丢失。', forgetYes: '删除密钥并忘记', forgetNo: '保留', 
  },
  alarm: { smaller: '服务器的日志比本浏览器验证过的要小：服务器可能丢失了数据或恢复了旧备份。请告诉管理员。', inconsistent: '服务器的日志与本浏览器验证过的不一致：历史被改动过。请停止审核并告诉管理员。', unsigned: '服务器给出的检查点没有日志密钥的签名，不可信。', unproved: '服务器没有证明它所说的收录。', offline: '连不上服务器。页面上的内容可能不是最新的。' },
  author: { line_waiting: '上一条决定还没有送达。请等它送达后再签。', own_fork: '服务器上有本密钥的另一条同号记录：密钥可能被复制。请告诉管理员，不要继续签名。' },
  error: { storage: '浏览器不允许本页保存数据（可能是无痕模式）。', detail: '服务器的说明：{detail}' },
  problem: {
    ...drawProblemsZh,
    ...hookProblemsZh,
    panel_unknown: '服务器的日志里没有这个评审组。', panel_over: '评分已经收齐，或者已经结束。', panel_not_yours: '您不是这个评审组的专家。', panel_scored: '您已经交过评分，交了不能改。', panel_points: '要逐项给分，每项不超过满分。', panel_rule: '该对象所属的项目没有公布专家评分的规则，或者规则与公布的不同。', panel_own: '检查人员不能评自己签的检查。', person_not_expert: '所选的人里有人没有覆盖这个地区的审计员、检查员或审核员身份。', code_used: '这个评价码已经用过。', rating_late: '已过评价期限。',
    ...retentionProblemsZh,
    ...disposalProblemsZh,
    ...referralProblemsZh,
    complaint_unknown: '服务器的日志里没有这件投诉。', complaint_own: '不能受理、答复关于自己的投诉。', complaint_not_accepted: '这件投诉还没有受理。', complaint_answered: '这件投诉已经答复过了。', task_named: '这项任务已经关联过了。', intake_only: '网上来的投诉只能由服务器的受理密钥记录。', complaint_office: '关于人员和机关的投诉要由其上级机关受理。', accused_unknown: '没有登记过这个人。', names_complainer: '任务的要求里写了投诉人的联系方式，不能关联。', person_not_supervisor: '要指派审核的人不是审核员，或者管辖区域不含这个对象。', already_assigned: '这份记录的审核已经是这样指派的。', not_waiting: '这份记录现在不等待审核。', person_missing: '这份记录有一票否决项不合格，要两人审核通过，审核里要写明是谁。', agreed_already: '您已经同意过了。有一票否决项不合格，还要另一名审核员同意。', own_record: '自己检查的记录不能由自己审核。', item_unknown: '记录的最新版本里没有这一项。', thread_unknown: '没有找到要回复的那一条，请刷新后再试。', thread_over: '记录已经通过审核，不再提新的问题。', thread_resolved: '这一条已经标为解决了。', thread_not_yours: '检查的人只能回复；由提问的人或其他审核员标为解决。', has_findings: '有问题项，要逐条审核。', version_old: '有了更新的版本，请先看最新一版。', record_accepted: '这份记录已经通过审核。', paper_internal: '这份文书属于内部记录，不能用对象能看到的方式出具。', publication_there: '这次检查的结果已经公示了，只能更正或撤回。', publication_unknown: '这次检查没有公示过的结果。', publication_overtaken: '公示已经另行更改，请同步后再看。', publication_unready: '这次检查现在没有可以公示的结果：已退回、待会签，或不是检查。', publication_stale: '检查记录有更新的版本，要公示最新的结果。', publication_differs: '要公示的与日志里的检查结果不同。', publication_personal: '公示的文字里有个人信息（姓名、手机号或身份证号），请去掉。', plan_unknown: '这里没有这份年度计划，或者它不是最新的一版。请先同步。', plan_waits: '这份计划的上一版还没有审批，不能再提出新的一版。', plan_decided: '这一版计划已经审批过了。', plan_own: '提出计划的人不能自己审批，请由别的负责人审批。', plan_unapproved: '计划还没有批准或公布，现在不能做这一步。', plan_published: '这一版计划已经公布过了。', plan_differs: '抽取的分层、比例或每组人数与已公布的计划不同。', check_unknown: '服务器的日志里没有这份检查审批，或者它是别的对象的。', check_decided: '这项检查已经审批过了，请刷新后再看。', draw_place: '这次抽查在这个序号上抽中的是别的对象。', draw_taken: '抽查结果的这个序号已经有任务了，请刷新后再看。', item_cap_reached: '这家企业本年已按清单上限检查过这一事项；写明再查的理由。', plan_another: '这个区域这一年的计划是另一个；要替代它，另提一版并写明。', cap_reached: '这家单位本年度的检查已到公布的上限。确需再查的，先提出检查、写明理由，经负责人批准后派发。', items_unnamed: '这里公布了检查事项清单，检查要写明是哪些事项。', item_unpublished: '所写的检查事项不在当日有效的清单里，没有公布的事项不得检查。', item_mode: '按照清单，这个事项不能用这种方式检查。', check_own: '提出检查的人和去检查的人不能自己审批。', check_unapproved: '这项检查还没有批准，不能派发。', check_refused: '这项检查没有获准，不能派发。', check_taken: '这项检查已经有任务了。', check_differs: '任务的种类、检查表或人员与批准的不同。', done_ahead: '整改完成的日期晚于报告签名的那一天。', signature_lifted: '手写签名不是为这份内容签的。', task_unknown: '服务器的日志里没有这项任务，或者它是别的对象的。', task_overtaken: '这项任务已经另行指派，请刷新后再看。', task_over: '这项任务已经完成或取消。', task_not_yours: '这项任务不是派给此人的。', certificate_over: '检查员的执法证在那一天已过有效期；换了新证的，要重新邀请。', wrong_person: '不能替别人答复或签字。', person_not_inspector: '所选的人里有人不是检查员，或者管辖区域不含这个对象。', proposal_unknown: '服务器的日志里没有这份更正，或者它是别的对象的。', proposal_answered: '这份更正已经有人答复过了。', not_cosigned: '这份记录还等第二名检查员签字，签字之前不能审核。', already_cosigned: '第二名检查员已经签过字了。', content_differs: '两名检查员签的内容不一样。', not_cosignable: '这份记录已经不能再加签字。', trust_withheld: '服务器隐瞒了密钥或吊销，取齐之前什么也不采信。请告诉管理员。', namesake: '已有同名的人。', site_unknown: '该对象没有公布过。', log_recovering: '服务器在等待管理员开启新日志，暂时什么都不收。',
    test_record: '这是试用记录，不作数：不能审核、补正、会签、整改、签发文书或公示。', checklist_withdrawn: '这张检查表已撤回，不能再用它开始。请换一张检查表。', checklist_testing: '这一版检查表是草案，只能在试用模式里用；要正式使用，先正式发布。', checklist_kind: '这张检查表不用于这类检查，请换一张检查表或换检查种类。', checklist_site: '这张检查表是为别的项目或行业制定的，不适用于这个对象，请换一张。', checklist_counts: '这一版已经正式发布，不能再作草案；请另给一个版本号。',
    unknown: '出了问题（{code}）。', offline: '连不上服务器，请检查网络。', internal: '本页出了错。', invite_unknown: '服务器没有见过这个邀请。', invite_used: '这个邀请已经用过了。请向管理员要一个新的。', invite_expired: '这个邀请已经过期。请向管理员要一个新的。', bad_proof: '服务器不接受新密钥的证明。', bad_line: '服务器认为这一行格式不对。', bad_signature: '服务器认为签名不成立。', bad_payload: '服务器认为内容不完整。',
    assertion_expired: '本机时钟与服务器相差太多。', assertion_replayed: '登录凭证被重复使用，请再试。', key_unknown: '服务器不认识本浏览器的密钥。', key_revoked: '本浏览器的密钥已被吊销。', token_missing: '登录已过期，请再试。', token_expired: '登录已过期，请再试。', wrong_role: '服务器认为你的角色不能这样做。', wrong_region: '这条记录不在你的授权地区。', of_unknown: '服务器没有找到所审核的记录或版本。', not_found: '没有找到。', disk_full: '服务器磁盘已满，什么都没有存下。请稍后再试。', files_away: '服务器暂时连不上存放文件的地方。请稍后再试。', log_smaller: '服务器的日志比本浏览器验证过的要小。', busy: '服务器正忙，请稍后再试。', no_paper: '这条记录没有这份文书。', checklist_unknown: '服务器上没有这份检查表。', too_many_columns: '这份检查表的列数超出 Excel 一张工作表的上限，请改用 CSV。', export_cut: '传输中断，文件不完整，没有保存。请再试一次。', body_too_large: '内容太大。', line_too_long: '意见太长，一条记录放不下。', http_404: '没有找到。', http_500: '服务器出了错。', http_502: '服务器没有回应。', http_503: '服务器忙。',
    bad_request: '服务器看不懂这个请求。', bad_query: '服务器看不懂这个查询。', bad_assertion: '服务器不接受登录凭证。', record_unknown: '没有这条记录，或者你不能查看它。', file_unknown: '服务器上还没有这个文件。', file_missing: '记录里的文件还没有上传。', key_known: '这个密钥已经登记过。', too_many_calls: '请求太频繁，请稍等再试。', unknown_alg: '服务器不支持这种签名算法。', batch_too_large: '内容太大。',
  },
}
export type Messages = typeof zh
