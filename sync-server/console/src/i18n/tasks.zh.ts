/** Tasks, in Chinese. */
export const tasksZh = {
  tasks: {
    order: { due: '早到期的在前', due_down: '晚到期的在前' },
    title: '检查任务', lead: '按期限排列。派发、改派和取消都是签名记录；平板同步后在“今日”看到自己的任务。', new: '派发任务', notYours: '审核员或管理员可以派发任务；您可以查看。', filter: '状态', all: '全部', none: '没有任务。', more: '再显示一些', done: '已签名，日志第 {n} 条。',
    due: '{day} 前完成', team: '检查员：{names}', by: '{name} 派发', drawn: '随机抽取第 {n} 号', why: '原因：{reason}', back: '有人回避：{reason}', again: '改派', cancel: '取消任务',
    state: { assigned: '待答复', accepted: '已接受', declined: '已谢绝', cancelled: '已取消', done: '已完成' },
    visit: { task_unknown: '有一次检查写了别的任务。', other_site: '有一次检查是在别的对象做的，任务没有因它结束。', person_unstated: '有一次检查没有写明签字的是谁，任务没有因它结束。', not_of_team: '有一次检查的签字人不是所派的检查员，任务没有因它结束。', waits: '检查已做，第二名检查员签字后任务才结束。', second_not_of_team: '有一次检查的第二名签字人不是所派的检查员，任务没有因它结束。' }, visitOpen: '看记录',
    kind: { routine: '日常检查', individual: '个案检查', special: '专项检查' },
    lacks: { site: '选一个检查对象。', checklist: '选一张检查表。', team: '选一名或两名检查员。', due: '期限要写今天或以后的一天。', asked: '写明询问回避的日期，不晚于今天。', back: '回避的人不能在派发的人里，并要写明原因。', files_many: '最多附 5 个文件。', file_empty: '这个文件是空的。', file_large: '一个文件最多 20 MB。', file_twice: '这个文件已经附上了。' },
    joint: { beside: '同一对象一个月内还有 {n} 项任务到期，可以一次检查（综合查一次）。', open: '合并为一次检查', title: '综合查一次', lead: '几项任务同一天、由同一组去：每项仍是各自的任务和记录，改动的逐项签名改派。', team: '由谁去', own: '各项仍由原来的人去，只并到同一天', fixed: '已批准的检查写明了各自的人员，不能换成同一组。', comes: '都在 {day} 前完成；改派 {n} 项', back: '{name}在其中一项里回避，不能同去。', note: '综合查一次：{all}，一次到场检查。', sign: '签名改派' },
    burden: { told: '本年在这里的日志中：已检查 {made} 次，待办 {open} 项；公布的上限是每户 {most} 次。别的部门的检查不在其中。', over: '本年已检查 {made} 次、待办 {open} 项，再派就超过公布的每户每年 {most} 次：须先提出检查审批，写明超过的理由，由另一名负责人批准。', propose: '去检查审批' },
    form: { forCheck: '照已批准的检查派发：种类和检查表不变，人员只能是批准的人。', new: '派发任务', again: '改派任务', cancel: '取消任务', site: '检查对象', team: '检查员（一或两名，管辖区域含这个对象）', siteFirst: '先选检查对象。', nobody: '没有检查员的管辖区域含这个对象；请管理员先授权。', checklist: '检查表', kind: '种类', due: '期限', asked: '询问回避的日期', askedHint: '已当面问过所选的人，没有需要回避的情形。', instructions: '要求（可不填）', back: '回避（有人因利害关系不去时写明）', backAdd: '加上回避的人…', backWhy: '原因', backReason: '{name} 回避的原因', remove: '移除', files: '随任务发给检查员的文件（可不附）', filesAgain: '改派时要再附一次：上一次的文件只在上一次的记录里。', reason: '为什么取消', sign: '签名派发', cancelYes: '签名取消' },
  },
}
