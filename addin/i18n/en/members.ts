import type { Translation } from '../types.ts';
import type { members as source } from '../zh-CN/members.ts';

export const members: Translation<typeof source> = {
  sentence: 'These people and groups may sign in with work accounts. Everyone in a group has its role; a person listed here has the role given here.',
  off: 'This server does not offer sign-in with work accounts; use access keys. Technicians can turn it on: docs/sign-in.md says how.',
  empty: 'Nobody can sign in with a work account yet. People and groups you add can, without an access key.',
  add: 'Add a member',
  change: 'Change a member',
  save: 'Save',
  tenant: 'Tenant',
  kind: 'Add',
  kinds: { person: 'A person', group: 'A group' },
  is: { person: 'A person, object ID', group: 'A group, object ID' },
  object: 'Object ID',
  objectHint: {
    person: 'The pane shows it to a person who signs in; it is also on the user’s page in the Entra admin center.',
    group: 'It is on the group’s page in the Entra admin center.',
  },
  name: 'Name',
  faults: { object: 'It should look like 3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
  group: '{{name}} (group)',
  used: 'Last seen {{time}}',
  unused: 'Has not signed in yet',
  remove: 'Remove',
  removeNamed: 'Remove {{name}}',
  removeTitle: 'Remove “{{name}}”?',
  removeSentence: 'It takes effect at once: no more signing in to this workspace. What was pushed and its history stay as they are.',
};
