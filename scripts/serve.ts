import { inProject } from './lib/project.ts';
import { keepWorker } from './lib/keep-worker.ts';

/** `npm run serve`: API and pane over plain http on 127.0.0.1:$PORT, for scripts and benchmarks. */
const { env } = process;
const vars: Record<string, string> = {};
for (const name of ['BOOTSTRAP_ADMIN_KEY', 'BOOTSTRAP_PLAN_YEAR']) {
  const value = env[name];
  if (value) vars[name] = value;
}

const worker = await keepWorker({
  port: Number(env['PORT'] ?? 8787),
  dataDir: env['DATA_DIR'] ?? inProject('.data'),
  vars,
  onLine: (line) => console.log(line),
});
console.log(`Taizhang answers at ${worker.url} (API document: ${worker.url}/docs)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop());
process.exitCode = (await worker.ended) ?? 0;
