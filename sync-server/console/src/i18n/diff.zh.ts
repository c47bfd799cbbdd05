/** Two versions of a checklist, compared; in Chinese. */
export const diffZh = {
  diff: {
    title: '第 {newer} 版与第 {older} 版相比', same: '内容完全相同。', kinds: '显示哪些改动', rules: '提问与计分', basis: '依据', words: '文字', whole: '整张检查表', none: '（无）', yes: '是', no: '否', points: '{n} 分', first: '{of} 最前', behind: '{of} 的 {after} 之后',
    added: '新增', removed: '删去', moved: '移动', changed: '改动', against: '与哪一版比较', noOther: '没有别的版本', compare: '比较', since: '这一版改了什么',
    superseded: '引用的标准中有 {n} 条今天已不是现行', cited: '{items} 引用', statusOf: { replaced: '已被代替', withdrawn: '已废止', upcoming: '尚未实施' },
    lists: { questions: '问题', choices: '选项', standards: '依据', grades: '等级', facts: '对象情况', levels: '级别', sections: '章节', items: '检查项' },
    members: {
      id: '编号', version: '版本', kind: '种类', signers: '签名人数', languages: '语言', title: '标题', about: '说明', programmes: '适用项目', sectors: '适用行业', attachments: '附带文件', no: '印出的编号', text: '内容', guidance: '检查方法', points: '分值', key: '关键项', veto: '否决项', advisory: '参考项', na: '不适用时', weight: '权重', level: '级别', bonus: '加分', precondition: '前提条件', failsBelow: '低于多少为不符合', applies: '适用情形', unneeded: '不需要时', relevant: '何时提问', required: '必答', rule: '判定规则', label: '文字', hint: '提示', unit: '单位', type: '题型', choices: '选项', constraint: '可填范围', constraint_message: '超出时的提示', limits: '合格范围', calculation: '计算', instrument: '仪器', photos: '照片张数', photosWhenFailed: '不符合时的照片', photosWhenDeducted: '扣分时的照片', noteWhenFailed: '不符合时写说明', noteWhenDeducted: '扣分时写说明', severity: '严重程度', days: '整改天数', full: '满分', by: '计分方式', base: '权重基数', blocked: '前提不满足时的等级', recommended: '推荐性条款不符合时', verdict: '判定', share: '得分比例', deduct: '扣分', overrules: '推翻测量', tone: '结论', advice: '处理意见', when: '条件', clause: '条款', force: '效力', binding: '约束来源', keyFloor: '关键项不符合时的上限', default: '初始值', read_only: '只读', parameters: '参数', file: '清单文件', choice_filter: '选项筛选', min: '不小于', max: '不大于', above: '大于', below: '小于',
    },
  },
}
