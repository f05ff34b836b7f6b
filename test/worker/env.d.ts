import type { D1Migration } from '@cloudflare/vitest-plugin';
import type { Env } from '../../worker/env.ts';

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      readonly TEST_MIGRATIONS: D1Migration[];
    }
    interface GlobalProps {
      mainModule: typeof import('../../worker/index.ts');
    }
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of test/issuer. */
    issuer: string;
    /** Keys to sign with, of test/issuer. */
    signingKeys: readonly JsonWebKey[];
  }
}

type WorkerEnv = Env;
