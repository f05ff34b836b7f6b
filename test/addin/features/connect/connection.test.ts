import { describe, expect, test } from 'vitest';
import { forgetConnection, offeredKey, rememberConnection, rememberedConnection, serverOrigin } from '../../../../addin/features/connect/connection.ts';
import type { MachineStore } from '../../../../addin/office/machine-store.ts';

function storeOf(entries: Readonly<Record<string, string>> = {}): MachineStore {
  const kept = new Map(Object.entries(entries));
  return { get: (name) => kept.get(name) ?? null, set: (name, value) => void kept.set(name, value), remove: (name) => void kept.delete(name) };
}

describe('the remembered connection', () => {
  test('is what was kept, until it is forgotten', () => {
    const store = storeOf();
    expect(rememberedConnection(store)).toBeNull();
    for (const connection of [
      { server: 'https://taizhang.example.cn', key: 'k', workspace: null },
      { server: 'https://taizhang.example.cn', key: null, workspace: '01J00000000000000000000000' },
    ]) {
      rememberConnection(store, connection);
      expect(rememberedConnection(store)).toEqual(connection);
    }
    forgetConnection(store);
    expect(rememberedConnection(store)).toBeNull();
  });

  test('kept before workspaces could be chosen names none', () => {
    expect(rememberedConnection(storeOf({ connection: '{"server":"https://a.cn","key":"k"}' }))).toEqual({ server: 'https://a.cn', key: 'k', workspace: null });
  });

  test.each(['not json', 'null', '{"server":"https://a.cn"}', '{"server":1,"key":2}', '[]'])('%s is none', (text) => {
    expect(rememberedConnection(storeOf({ connection: text }))).toBeNull();
  });
});

describe('the key offered by the address', () => {
  test.each([
    ['localhost', '#key=abc', 'abc'],
    ['127.0.0.1', '#_host=x&key=a%2Bb', 'a+b'],
    ['localhost', '', ''],
    ['localhost', '#monkey=abc', ''],
    ['taizhang.example.cn', '#key=abc', ''],
  ])('%s%s offers “%s”', (hostname, hash, key) => {
    expect(offeredKey({ hostname, hash })).toBe(key);
  });
});

describe('a typed server address', () => {
  test.each([
    ['https://taizhang.example.cn', 'https://taizhang.example.cn'],
    [' taizhang.example.cn/pane ', 'https://taizhang.example.cn'],
    ['https://taizhang.example.cn:8443/v1', 'https://taizhang.example.cn:8443'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ])('%s means %s', (typed, origin) => {
    expect(serverOrigin(typed)).toBe(origin);
  });

  test.each(['', '   ', 'http://taizhang.example.cn', 'https://'])('“%s” is refused: a key never travels in the open', (typed) => {
    expect(serverOrigin(typed)).toBeNull();
  });
});
