/** Checklists, in Chinese. */
export const checklistsZh = {
  checklists: {
    title: '检查表', lead: '由平板上的同一引擎在本浏览器读取：先看到每一处问题或检查员将看到的样子，再签名发布。', choose: '选择工作簿', drop: '也可以把 .xlsx 和它用到的清单、图片一起拖到这里', noWorkbook: '没有 .xlsx 工作簿。请把工作簿和它用到的文件一起选中。', noEngine: '这个控制台构建时没有带上计算引擎，不能读取工作簿，也不能预览。请用 plumb checklist 命令，或按 README 重新构建。',
    problems: '有 {n} 处问题，改好工作簿后重新选择', row: '第 {n} 行', lacking: '还缺这些文件：请和工作簿一起选中', warnings: '{n} 处提醒', version: '第 {v} 版', items: '{n} 项', known: '第 {v} 版已经发布过。请在工作簿里改版本号。', notYours: '只有管理员可以发布检查表；您可以预览。', publish: '签名发布', again: '再次发送', published: '已发布，日志第 {n} 条。平板下次同步时收到。',
    preview: '预览', previewSay: '平板上会这样显示和计分。可以试填；什么都不保存，也不签名。', language: '语言', asPage: '与页面相同', answered: '已答 {n} / {total} 项', missing: '还缺 {n} 处', undo: '撤销', redo: '重做', veto: '否决', key: '关键', photos: '照片 {n} 张', add: '添加', remove: '删除', instance: '第 {n} 个', required: '必答', noChoices: '没有可选项', acknowledge: '确认', within: '合格', outside: '超出',
    device: { image: '在平板上拍照或选图', audio: '在平板上录音', video: '在平板上选视频', file: '在平板上选文件', geopoint: '在平板上定位', geotrace: '在平板上走线', geoshape: '在平板上走一圈' },
    to: '用于哪些检查（不选即各类都可用）', kind: { routine: '日常检查', individual: '个案检查', special: '专项检查', self: '自评' }, forKinds: '用于：{kinds}', asTest: '只发布为草案：平板上只能在试用模式里用，记录不作数', publishTest: '签名发布草案', draft: '草案：只供试用', counted: '正式发布',
    gone: '检查表已撤回：{reason}', goneTask: '不能再用它开始检查；请改派别的检查表，或取消任务。已经开始的检查可以填完。', goneRound: '还没有开始的企业不能再开始；已经开始填的可以填完并提交。请换一张检查表，或结束这一轮。',
    goneOwn: '还没有开始的不能再开始，请等主管部门另发自评；已经开始填的可以填完并提交。',
    list: '已发布', none: '还没有发布过检查表。', look: '预览',
    withdraw: '撤回', withdrawn: '已撤回：{reason}', withdrawTitle: '撤回第 {v} 版', withdrawSay: '平板下次同步后不能再用这一版开始检查；已经开始的可以填完，已签名的记录不变。', withdrawReason: '原因（检查员会看到）', withdrawYes: '签名撤回',
  },
}
