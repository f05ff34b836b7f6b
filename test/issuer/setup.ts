import type { TestProject } from 'vitest/node';
import { startIssuers } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the issuers. */
    issuer: string;
    /** Private RSA keys to sign with: making one takes longer than most tests. Each file of tests starts with the first. */
    signingKeys: readonly JsonWebKey[];
  }
}

/** More issuers than this in one file of tests make their keys themselves. */
const KEYS = 8;

async function newSigningKey(): Promise<JsonWebKey> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return crypto.subtle.exportKey('jwk', privateKey);
}

/** Issuers for all tests of the worker, and keys for them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { address, stop } = await startIssuers();
  project.provide('issuer', address);
  project.provide('signingKeys', await Promise.all(Array.from({ length: KEYS }, newSigningKey)));
  return stop;
}
