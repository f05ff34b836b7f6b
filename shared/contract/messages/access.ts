import type { Messages } from './types.ts';

/** The words for what keys and rates refuse. */
export const accessMessages = {
  'zh-CN': {
    'api.bootstrapOnly': '只有首个考核区的初始管理密钥可以新建考核区。',
    'api.keyUnknown': '没有找到这个密钥。',
    'api.ownKey': '不能停用正在使用的密钥。请用另一个管理密钥来停用它。',
    'api.lastAdminKey': '这是有效期最长的管理密钥，停用后考核区将无人管理。请先新建一个有效期不短于它的管理密钥。',
    'api.tooManyRequests': '请求太频繁。请在 {seconds} 秒后再试。',
  },
  en: {
    'api.bootstrapOnly': 'Only the admin key that the first workspace was made with can make further workspaces.',
    'api.keyUnknown': 'There is no such key.',
    'api.ownKey': 'The key in use cannot revoke itself. Use another admin key to revoke it.',
    'api.lastAdminKey': 'This admin key lasts longest: without it nobody could manage the workspace. First make an admin key that lasts as long.',
    'api.tooManyRequests': 'Too many requests. Try again in {seconds} seconds.',
  },
} as const satisfies Messages;
