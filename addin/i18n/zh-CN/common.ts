export const common = {
  close: '关闭',
  cancel: '取消',
  retry: '重试',
  refresh: '刷新',
  back: '返回',
  listSeparator: '、',
  more: '显示其余 {{count}} 条',
  loading: '正在读取',
  requestId: '请求编号 {{id}}',
  copy: '复制请求编号',
  copied: '已复制',
  step: '第 {{n}} 步，共 3 步',
};
