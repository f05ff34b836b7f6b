import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { officeJs, headersFile } from './scripts/lib/vite-plugins.ts';
import { inProject } from './scripts/lib/project.ts';

/** Microsoft's address of office.js. For the 21Vianet cloud in China, build with OFFICE_JS_URL of its own CDN. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * `vite build` makes the site to deploy: the task pane, loading office.js from Microsoft. `vite build --mode preview` makes what
 * `npm start` serves: the same pane with office.js from this machine's node_modules, and the preview around it.
 */
export default defineConfig(({ mode }) => {
  const isLocal = mode === 'preview';
  const officeJsUrl = isLocal ? '/office-js/office.js' : (process.env['OFFICE_JS_URL'] ?? OFFICE_JS);
  return {
    root: inProject('addin'),
    plugins: [react(), officeJs({ url: officeJsUrl, isCopied: isLocal }), headersFile({ officeJsUrl, isLocal })],
    build: {
      outDir: inProject(isLocal ? 'dist/local' : 'dist/site'),
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 9_000,
      rolldownOptions: { input: ['taskpane.html', 'sign-in.html', ...(isLocal ? ['preview/index.html'] : [])].map((page) => inProject(`addin/${page}`)) },
    },
  };
});
