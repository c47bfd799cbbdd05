/** Checks that wait for their head's approval, in Chinese. */
export const checksZh = {
  checks: {
    title: '检查审批', lead: '检查前由负责人批准；紧急的可以先查后批。提出、批准、不批准都是签名记录，批准后派发任务。', new: '提出检查', none: '没有检查审批。',
    planned: '计划 {day}', basis: '依据：{text}', items: '事项：{text}', by: '{name} 提出', year: '本年已查 {made} 次，上限 {most} 次', yearNoCap: '本年已查 {made} 次', uncounted: '，本次不计入', over: '达到上限仍要检查：{reason}', urgent: '紧急：{reason}', waits: '计划日之后 {n} 天仍未批准。',
    approvedBy: '{name} 于 {at} 批准', refusedBy: '{name} 于 {at} 不批准', saying: '：{text}', made: '已检查。', assigned: '已派发任务。', own: '您提出的或要参加的检查，须由别的负责人审批。', approve: '批准', refuse: '不批准', assign: '派发任务',
    state: { proposed: '待批准', approved: '已批准', refused: '未批准' },
    mode: { on_site: '现场检查', remote: '非现场检查' },
    itemsOver: '事项超过清单的年度次数，理由：{reason}',
    lacks: { items_over: '写明为什么超过清单的年度次数还要查。', site: '选一个检查对象。', checklist: '选一张检查表。', reason: '写明检查的事由。', basis: '写明检查的依据。', team: '选两名检查员。', planned: '计划的日期要写今天或以后的一天；紧急的可以写以前。', year: '次数写整数，上限至少是 1。', over: '已达到年度上限，要写明为什么仍要检查。' },
    form: { itemsOver: '“{items}”本年检查次数已到清单上限；再查的理由（由批准人一并批准）', title: '提出检查', team: '检查人员（两名，管辖区域含这个对象）', planned: '计划日期', mode: '方式', reason: '检查事由', basis: '检查依据（法律、计划或文号）', items: '检查事项（一行一项，可不填）', made: '该对象本年已查次数', most: '公布的年度上限（没有就不填）', uncounted: '上级部署的专项检查，不计入年度次数', over: '达到上限仍要检查的理由', urgent: '紧急理由（不紧急就不填）', urgentHint: '紧急的可以先检查，之后补批。', sign: '签名报批' },
    decide: { approve: '批准检查', refuse: '不批准', note: '审批意见（可不填）', reason: '不批准的理由', yes: '签名批准', no: '签名，不批准' },
  },
}
