import type { TestProject } from 'vitest/node';
import { startIssuers } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the issuers. */
    issuer: string;
  }
}

/** Issuers for all tests of the worker. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { address, stop } = await startIssuers();
  project.provide('issuer', address);
  return stop;
}
