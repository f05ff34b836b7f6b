import { inProject } from './lib/project.ts';
import { isFree } from './lib/ports.ts';
import { startPreview } from './lib/start-preview.ts';

/** `npm start`: the whole product on this machine, with a workbook in the browser in Excel's place. */
const port = Number(process.env['PORT'] ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`PORT is “${process.env['PORT']}”, expected a number from 1 to 65535`);
  process.exit(1);
}
if (!(await isFree(port))) {
  console.error(`Port ${port} is taken, perhaps by an earlier npm start. Stop that one, or choose another port: PORT=3001 npm start`);
  process.exit(1);
}

console.log('Building the pages and preparing the database …');
const preview = await startPreview({ port, dataDir: process.env['DATA_DIR'] ?? inProject('.data') });
console.log(`
  台账 Taizhang is running. Open

    ${preview.address}              中文
    ${preview.address}?lang=en      English

  The certificate is this machine's own: the browser asks once whether to go on (Advanced → Proceed to localhost).
  Ctrl+C stops it. The data stays in ${process.env['DATA_DIR'] ?? '.data'}.
`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopping = true;
    void preview.stop();
  });
}
const code = await preview.ended;
if (!isStopping) console.error(`The server ended by itself (code ${code ?? 'none'}).`);
process.exitCode = isStopping ? 0 : 1;
