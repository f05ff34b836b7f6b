export const connect = {
  title: '连接考核区',
  sentence: '填入管理员发给您的访问密钥，这台电脑会记住它。',
  server: '服务器地址',
  key: '访问密钥',
  keyHint: '密钥只存在这台电脑上，不会写进工作簿。',
  keyMissing: '请填入访问密钥。',
  serverInvalid: '服务器地址应形如 https://taizhang.example.cn。',
  signIn: '用单位账号登录',
  signingIn: '请在打开的窗口中登录',
  orKey: '或用访问密钥',
  button: '连接',
  connecting: '正在连接',
};
