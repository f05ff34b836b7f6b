export const offline = {
  state: '离线',
  sentence: '现在离线。先按本机最近取得的数据检查、预警和计分，推送会存进工作簿。',
  kept_other: '这次推送的 {{count}} 行已存进工作簿，请保存文件；恢复后会提示发送，也可以导出报送包，换一台电脑报送。',
  keptSentence_other: '工作簿里有未发送的推送（{{count}} 行）。',
  backSentence_other: '网络已恢复，有未发送的推送（{{count}} 行）。',
  send: '发送未发送的推送',
  sending: '正在发送',
  export: '导出报送包',
  exportTitle: '把未发送的推送存成文件，在另一台电脑的“批量推送”里打开',
};
