import type { Translation } from '../types.ts';
import type { members as source } from '../zh-CN/members.ts';

export const members: Translation<typeof source> = {
  sentence: 'These persons and groups may sign in with work accounts. Everybody in a group has its role; who is listed alone has the own one.',
  off: 'This server does not offer sign-in with work accounts. docs/sign-in.md says how to turn it on; until then use access keys.',
  add: 'Add a member',
  save: 'Save',
  tenant: 'Tenant',
  kind: 'Add',
  kinds: { person: 'A person', group: 'A group' },
  object: 'Object ID',
  objectHint: {
    person: 'When the person signs in once, the pane shows the account’s id; the user’s page in the Entra admin center has it too.',
    group: 'The group’s page in the Entra admin center has it.',
  },
  name: 'Name',
  role: 'Role',
  unit: 'Unit',
  unitNone: 'Choose a unit',
  faults: { object: 'It looks like 3f2504e0-4f89-41d3-9a0c-0305e82c3301', name: 'Please enter a name', unit: 'Please choose or enter a unit' },
  group: '{{name}} (group)',
  used: 'Last seen {{time}}',
  unused: 'Has not signed in yet',
  remove: 'Remove',
  removeNamed: 'Remove {{name}}',
  removeTitle: 'Remove “{{name}}”?',
  removeSentence: 'At once: no more signing in to this workspace. What was pushed and its history stay.',
};
