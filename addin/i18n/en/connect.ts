import type { Translation } from '../types.ts';
import type { connect as source } from '../zh-CN/connect.ts';

export const connect: Translation<typeof source> = {
  title: 'Connect to your workspace',
  sentence: 'Enter the access key your administrator gave you. This computer will remember it.',
  server: 'Server address',
  key: 'Access key',
  keyHint: 'The key stays on this computer and is never written into the workbook.',
  keyMissing: 'Please enter the access key.',
  serverInvalid: 'The server address should look like https://taizhang.example.cn.',
  signIn: 'Sign in with your work account',
  signingIn: 'Sign in in the window that has opened',
  orKey: 'or with an access key',
  button: 'Connect',
  connecting: 'Connecting',
  workspace: {
    title: 'Choose a workspace',
    sentence: 'Your account belongs to several workspaces. Choose the one to open; this computer will remember it.',
    leave: 'Back',
  },
};
