export const more = {
  pages: {
    rollup: { title: '月度汇总', hint: '每月月底各单位的措施、月报、问题和得分变化。' },
    bulletin: { title: '通报', hint: '督查、问题、走访和排名的数字与文字，可复制，也可写入工作表。' },
    orders: { title: '督办单', hint: '给有逾期或临期事项的单位各出一张可打印的督办单。' },
    plan: {
      title: '考核方案',
      hint: '考核期、权重、扣分、等次和各版本；修改前可以先试算。',
    },
    newLedger: {
      title: '新建台账',
      hint: '新建一张空表，列名、下拉选项、日期格式和打印设置都已备好。',
    },
    files: { title: '批量推送', hint: '月底汇总：选几个工作簿，逐个认出、检查、推送。' },
    draw: {
      title: '随机抽查',
      hint: '抽出要核查的措施或单位，过程人人可以复算。',
    },
    keys: { title: '密钥', hint: '谁可以连接、能做什么、到哪天为止；新建与停用。' },
    verify: {
      title: '数据核验',
      hint: '核对历史没有被改过或截掉，记下校验码备查。',
    },
    export: { title: '下载全部数据', hint: '把台账、历史和考核方案存成一个文件，可以离线核验、恢复。' },
    members: { title: '成员', hint: '谁可以用单位账号登录、能做什么；添加、修改与移出。' },
  },
  create: '新建{{register}}',
  columns: '{{count}} 列：{{names}}',
  created: '已新建“{{sheet}}”。填好之后，绑定并推送。',
  bindNow: '绑定这张表',
};
