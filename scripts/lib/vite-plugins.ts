import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { inProject } from './project.ts';
import { siteHeaders, type SiteOptions } from './site-headers.ts';

/** The files of office.js that Excel on the web loads, with their texts in the preview's languages. */
const OFFICE_FILES = ['office.js', 'excel-web-16.00.js', 'o15apptofilemappingtable.js', 'en-us/office_strings.js', 'zh-cn/office_strings.js'];

/**
 * Puts the address of office.js where a page says `%OFFICE_JS_URL%`. With `isCopied`, Microsoft's own files are copied from
 * node_modules beside the pages: their licence allows that on a developer's machine, and nowhere else.
 */
export function officeJs({ url, isCopied }: { readonly url: string; readonly isCopied: boolean }): Plugin {
  return {
    name: 'taizhang:office-js',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replaceAll('%OFFICE_JS_URL%', url) },
    async writeBundle({ dir }) {
      if (!isCopied || dir === undefined) return;
      for (const file of OFFICE_FILES) {
        const target = join(dir, 'office-js', file);
        await mkdir(dirname(target), { recursive: true });
        await cp(inProject(`node_modules/@microsoft/office-js/dist/${file}`), target);
      }
    },
  };
}

/** Writes `_headers` beside the pages. */
export function headersFile(options: SiteOptions): Plugin {
  return {
    name: 'taizhang:headers',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: siteHeaders(options) });
    },
  };
}
