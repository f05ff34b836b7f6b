import { describe, expect, test } from 'vitest';
import { hashOf, isGuessable, isLocalhost, isSigned, isWeak, keyIdOf, newKey, sameDigest } from '../../../worker/auth/keys.ts';

const ID = '01KB2Q9D7V3NWHR0SX5M4YT8CZ';
const SECRET = '0f'.repeat(32);

describe('the digest of a text', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['台账', 'bf3d597a8461e4c2c7bb4def2e21811b7d1523e8a743001ba15fdf28ea11c817'],
  ])('of %o is SHA-256 of its UTF-8, in lowercase hex', async (text, digest) => {
    expect(await hashOf(text)).toBe(digest);
  });

  test.each<[string, string, boolean]>([
    ['ab12', 'ab12', true],
    ['ab12', 'ab13', false],
    ['ab12', 'cb12', false],
    ['ab12', 'ab1', false],
    ['ab1', 'ab12', false],
    ['', '', true],
  ])('%o and %o are the same: %s', (a, b, same) => {
    expect(sameDigest(a, b)).toBe(same);
  });
});

describe('an access key', () => {
  test('carries its id, and a secret of 256 bits that no other has', () => {
    const keys = Array.from({ length: 50 }, () => newKey(ID));
    for (const key of keys) {
      expect(key).toMatch(/^tz_[0-9A-Z]{26}_[0-9a-f]{64}$/);
      expect(keyIdOf(key)).toBe(ID);
    }
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ['with something before it', ` tz_${ID}_${SECRET}`],
    ['with something after it', `tz_${ID}_${SECRET}0`],
    ['without its first letters', `${ID}_${SECRET}`],
    ['without a secret', `tz_${ID}_`],
    ['with a secret cut short', `tz_${ID}_${SECRET.slice(1)}`],
    ['with a secret in capitals', `tz_${ID}_${SECRET.toUpperCase()}`],
    ['with an id cut short', `tz_${ID.slice(1)}_${SECRET}`],
    ['with an id beyond the last ULID', `tz_8${ID.slice(1)}_${SECRET}`],
    ['with an id that has a letter ULIDs leave out', `tz_${ID.slice(0, -1)}U_${SECRET}`],
    ['with an id in small letters', `tz_${ID.toLowerCase()}_${SECRET}`],
  ])('%s is none', (_, token) => {
    expect(keyIdOf(token)).toBeNull();
    expect(isGuessable(token)).toBe(true);
  });
});

describe('a key that people made', () => {
  test.each<[string, string, boolean]>([
    ['31 characters', 'abcdefghijklmnopqrstuvwxyz01234', true],
    ['32 characters', 'abcdefghijklmnopqrstuvwxyz012345', false],
    ['40 characters, 9 different ones', 'abcdefghi'.repeat(5).slice(0, 40), true],
    ['40 characters, 10 different ones', 'abcdefghij'.repeat(4), false],
  ])('of %s can be guessed: %s', (_, key, weak) => {
    expect(isWeak(key)).toBe(weak);
  });
});

describe('a signed token', () => {
  test.each(['eyJ.a.', 'eyJhbGciOiJSUzI1NiJ9.eyJ0aWQiOiIx.c2lnbmF0dXJl', 'eyJ-_0.-_0aZ.-_0', 'eyJhbGciOiJub25lIn0.e30.'])(
    'looks like %s and cannot be guessed',
    (token) => {
      expect(isSigned(token)).toBe(true);
      expect(isGuessable(token)).toBe(false);
    },
  );

  test.each([
    ['an access key', `tz_${ID}_${SECRET}`],
    ['a text of other letters', 'abc.def.ghi'],
    ['something before it', ' eyJa.b.c'],
    ['something after it', 'eyJa.b.c '],
    ['no claims', 'eyJa..c'],
    ['two parts', 'eyJa.b'],
    ['five parts, as if encrypted', 'eyJa.b.c.d.e'],
    ['letters of plain base64 in its header', 'eyJ+/.b.c'],
    ['letters of plain base64 in its claims', 'eyJa.b+/.c'],
    ['letters of plain base64 in its signature', 'eyJa.b.c+/'],
  ])('is none: %s', (_, token) => {
    expect(isSigned(token)).toBe(false);
  });
});

test('what holds a key id or a signature cannot be found by trying; anything else can', () => {
  expect(isGuessable(newKey(ID))).toBe(false);
  expect(isGuessable('correct horse battery staple')).toBe(true);
});

test.each<[string, boolean]>([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['localhost.example.org', false],
  ['127.0.0.2', false],
  ['', false],
])('%o is this machine: %s', (hostname, isThisMachine) => {
  expect(isLocalhost(hostname)).toBe(isThisMachine);
});
