export const more = {
  pages: {
    plan: {
      title: '考核方案',
      hint: '考核期、权重、扣分、等次和各版本；修改前可以先试算。',
    },
    newLedger: {
      title: '新建台账',
      hint: '新建一张空表，列名、下拉选项、日期格式和打印设置都已备好。',
    },
    draw: {
      title: '随机抽查',
      hint: '抽出要核查的措施或单位，过程人人可以复算。',
    },
  },
  create: '新建{{register}}',
  columns: '{{count}} 列：{{names}}',
  created: '已新建“{{sheet}}”。填好之后，绑定并推送。',
  bindNow: '绑定这张表',
};
