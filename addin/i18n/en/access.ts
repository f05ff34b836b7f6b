import type { Translation } from '../types.ts';
import type { access as source } from '../zh-CN/access.ts';

export const access: Translation<typeof source> = {
  role: 'Role',
  may: {
    admin: 'May do everything, including plan, keys and members.',
    assessor: 'May push every ledger but the list of units, and see all.',
    clerk: 'May push and see the measures and monthly reports of its own unit.',
    viewer: 'May see all and push nothing.',
  },
  unit: 'Unit',
  unitNone: 'Choose a unit',
  faults: { name: 'Please enter a name', unit: 'Please choose or enter a unit' },
};
