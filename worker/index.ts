import { version } from '../package.json';
import { chinaCalendar } from '../shared/calendar/china.ts';
import { createApp } from './app.ts';
import { entra, type Entra } from './auth/entra.ts';
import { entraConfigOf } from './auth/entra-config.ts';
import { ratesOf } from './auth/rates.ts';
import type { Bootstrap, Deps } from './deps.ts';
import type { Env } from './env.ts';
import { d1Store } from './store/d1.ts';
import { auditStore } from './store/audit.ts';
import { exportStore } from './store/export.ts';
import { historyStore } from './store/history.ts';
import { memberStore } from './store/members.ts';
import { trendStore } from './store/trend.ts';
import { takeSnapshots } from './usecases/take-snapshots.ts';

const DEFAULT_WORKSPACE_NAME = '考核区';

function bootstrapOf(env: Env): Bootstrap | null {
  if (!env.BOOTSTRAP_ADMIN_KEY) return null;
  const year = Number(env.BOOTSTRAP_PLAN_YEAR);
  return {
    adminKey: env.BOOTSTRAP_ADMIN_KEY,
    planYear: Number.isInteger(year) && year > 0 ? year : null,
    workspaceName: env.BOOTSTRAP_WORKSPACE_NAME || DEFAULT_WORKSPACE_NAME,
  };
}

const log: Deps['log'] = (line) => console.log(JSON.stringify(line));

function entraOf(env: Env): Entra | null {
  const { config, wrong } = entraConfigOf(env);
  if (wrong.length > 0) log({ problem: 'signInMisconfigured', variables: wrong });
  return config === null ? null : entra(config);
}

function depsOf(env: Env): Deps {
  return {
    store: d1Store(env.DB),
    trend: trendStore(env.DB),
    history: historyStore(env.DB),
    audit: auditStore(env.DB),
    export: exportStore(env.DB),
    members: memberStore(env.DB),
    calendar: chinaCalendar(),
    now: () => new Date(),
    version,
    bootstrap: bootstrapOf(env),
    allowedOrigins: (env.ALLOWED_ORIGINS ?? '').split(',').flatMap((origin) => origin.trim() || []),
    rates: ratesOf({ credential: env.CREDENTIAL_RATE, address: env.ADDRESS_RATE, wrongKey: env.WRONG_KEY_RATE }),
    entra: entraOf(env),
    log,
  };
}

/** One application per isolate: its bindings do not change while it lives. */
let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request, env, context) {
    app ??= createApp(depsOf(env));
    return app.fetch(request, env, context);
  },
  scheduled: (_, env) => takeSnapshots(depsOf(env)),
} satisfies ExportedHandler<Env>;
