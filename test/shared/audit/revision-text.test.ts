import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revisionText, type RevisionRecord, type VersionRecord } from '../../../shared/audit/revision-text.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', '\n', '1:a', '1:a1:b', 'measures', '{"a":1}'));
const version: fc.Arbitrary<VersionRecord> = fc.record({ id: text, register: text, deleted: fc.constantFrom(0, 1), content: text, memory: text });
const record: fc.Arbitrary<RevisionRecord> = fc.record({
  workspace: text,
  number: fc.nat(),
  kind: text,
  reverts: fc.array(fc.nat()),
  register: text,
  request: text,
  push: fc.option(text),
  principal: text,
  madeBy: fc.option(text),
  at: text,
  asOf: text,
  inserted: fc.nat(3),
  updated: fc.nat(3),
  deleted: fc.nat(3),
  ids: fc.array(text),
});
const revision = fc.record({ previous: text, record, versions: fc.array(version, { maxLength: 3 }) });

test('two revisions have the same text only if they are the same', () => {
  const textOf = (of: { previous: string; record: RevisionRecord; versions: readonly VersionRecord[] }) => revisionText(of.previous, of.record, of.versions);
  fc.assert(
    fc.property(revision, revision, (one, other) => {
      expect(textOf(one) === textOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 500 },
  );
});

test('where one part ends and the next begins cannot be moved', () => {
  const bare: RevisionRecord = {
    workspace: 'w',
    number: 1,
    kind: 'push',
    reverts: [],
    register: 'measures',
    request: 'r',
    push: null,
    principal: 'p',
    madeBy: null,
    at: 't',
    asOf: 'd',
    inserted: 1,
    updated: 0,
    deleted: 0,
    ids: ['a'],
  };
  const one = revisionText('', bare, [{ id: 'a', register: 'm', deleted: 0, content: 'x', memory: 'yz' }]);
  const other = revisionText('', bare, [{ id: 'a', register: 'm', deleted: 0, content: 'zx', memory: 'y' }]);
  expect(one).not.toBe(other);
});

test('the text of a revision without a maker is what it was before makers were kept, so that its hash stands', () => {
  const made = { workspace: 'w', number: 1, kind: 'push', reverts: [], register: 'measures', request: 'r', push: null, principal: 'p' };
  const bare: RevisionRecord = { ...made, madeBy: null, at: 't', asOf: 'd', inserted: 0, updated: 0, deleted: 0, ids: [] };
  expect(revisionText('', bare, [])).toBe('63:["","w",1,"push",[],"measures","r",null,"p","t","d",0,0,0,[],0]');
  expect(revisionText('', { ...bare, madeBy: '张三' }, [])).toBe('68:["","w",1,"push",[],"measures","r",null,"p","t","d",0,0,0,[],0,"张三"]');
});
