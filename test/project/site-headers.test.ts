import { describe, expect, test } from 'vitest';
import { siteHeaders } from '../../scripts/lib/site-headers.ts';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const deployed = siteHeaders({ officeJsUrl: CDN, isLocal: false });

/** The lines of the rule for a path. */
function ruleOf(text: string, path: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(path) + 1;
  const length = lines.slice(from).findIndex((line) => !line.startsWith('  '));
  return from === 0 ? [] : lines.slice(from, from + length).map((line) => line.trim());
}

/** The directives of a page's policy. */
function policyOf(text: string, path: string): ReadonlyMap<string, readonly string[]> {
  const [line = ''] = ruleOf(text, path);
  const [name, policy = ''] = line.split(': ');
  expect(name).toBe('Content-Security-Policy');
  return new Map(policy.split('; ').map((directive): [string, readonly string[]] => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]));
}

describe('the headers of the deployed site', () => {
  test.each(['/taskpane*', '/sign-in*'])('%s runs its own scripts and office.js, nothing inline and nothing that is made from text', (path) => {
    const policy = policyOf(deployed, path);
    expect(policy.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
  });

  test('Office may frame the pane, worldwide and in China, and nobody else', () => {
    const ancestors = policyOf(deployed, '/taskpane*').get('frame-ancestors') ?? [];
    expect(ancestors).toEqual(expect.arrayContaining(["'self'", 'https://*.officeapps.live.com', 'https://*.officewebapps.cn', 'https://*.sharepoint.com']));
    expect(ancestors.filter((source) => !/^'self'$|^https:\/\/\*\.[a-z0-9.]+\.(com|cn|microsoft)$/.test(source))).toEqual([]);
    expect(deployed).not.toMatch(/X-Frame-Options/i);
  });

  test('browsers come by https only, and guess no types', () => {
    expect(ruleOf(deployed, '/*')).toEqual(
      expect.arrayContaining(['X-Content-Type-Options: nosniff', expect.stringMatching(/^Strict-Transport-Security: max-age=\d{8,}$/)]),
    );
  });

  test('a CDN of another cloud takes the place of Microsoft’s worldwide one', () => {
    const china = siteHeaders({ officeJsUrl: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js', isLocal: false });
    expect(policyOf(china, '/taskpane*').get('script-src')).toEqual(["'self'", 'https://appsforoffice.cdn.partner.office365.cn']);
  });
});

test('only the preview, and only on this machine, may make code from text', () => {
  const local = siteHeaders({ officeJsUrl: '/office-js/office.js', isLocal: true });
  expect(policyOf(local, '/preview/*').get('script-src')).toContain("'unsafe-eval'");
  expect(policyOf(local, '/taskpane*').get('script-src')).toEqual(["'self'"]);
  expect(ruleOf(deployed, '/preview/*')).toEqual([]);
  expect(local).not.toContain('Strict-Transport-Security');
});
