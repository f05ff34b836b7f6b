import type { Messages } from './types.ts';

/** The words for what keys, sign-in and rates refuse. */
export const accessMessages = {
  'zh-CN': {
    'api.bootstrapOnly': '只有首个考核区的初始管理密钥可以新建考核区。',
    'api.keyUnknown': '没有找到这个密钥。',
    'api.ownKey': '不能停用正在使用的密钥。请用另一个管理密钥来停用它。',
    'api.lastAdminKey': '这是有效期最长的管理密钥，停用后考核区将无人管理。请先新建一个有效期不短于它的管理密钥。',
    'api.notMember': '“{name}”还没有加入任何考核区。请把账号编号 {object} 发给考核评价组负责人，请其在“成员”中添加。',
    'api.workspaceAmbiguous': '您的账号属于多个考核区。请在请求头 Taizhang-Workspace 中写明要进入哪一个（可选的见 workspaces）。',
    'api.memberUnknown': '没有找到这个成员。',
    'api.signInOff': '这台服务器没有开启单位账号登录，或不接受租户 {tenant} 的账号。',
    'api.signInUnavailable': '暂时无法核对单位账号：取不到微软的签名公钥。请稍后再试，或改用访问密钥。',
    'api.tooManyRequests': '请求太频繁。请在 {seconds} 秒后再试。',
  },
  en: {
    'api.bootstrapOnly': 'Only the admin key that the first workspace was made with can make further workspaces.',
    'api.keyUnknown': 'There is no such key.',
    'api.ownKey': 'The key in use cannot revoke itself. Use another admin key to revoke it.',
    'api.lastAdminKey': 'This admin key lasts longest: without it nobody could manage the workspace. First make an admin key that lasts as long.',
    'api.notMember':
      '“{name}” does not belong to a workspace yet. Send the account’s id {object} to the assessment group’s leader, who can add it under Members.',
    'api.workspaceAmbiguous':
      'Your account belongs to several workspaces. Say which one in the header Taizhang-Workspace; `workspaces` has those you can choose.',
    'api.memberUnknown': 'There is no such member.',
    'api.signInOff': 'This server does not offer sign-in with work accounts, or not for accounts of the tenant {tenant}.',
    'api.signInUnavailable':
      'Work accounts cannot be checked at the moment: Microsoft’s signing keys cannot be fetched. Try again later, or use an access key.',
    'api.tooManyRequests': 'Too many requests. Try again in {seconds} seconds.',
  },
} as const satisfies Messages;
