/** Where a site is served from, and where its pane takes office.js from. */
export interface SiteOptions {
  readonly officeJsUrl: string;
  /** On this machine, with the preview. */
  readonly isLocal: boolean;
}

/** Where Office runs add-ins in frames: worldwide and in China (21Vianet). */
const OFFICE_HOSTS = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.sharepoint.com',
  'https://*.officewebapps.cn',
  'https://*.partner.officewebapps.cn',
  'https://*.office365.cn',
  'https://*.sharepoint.cn',
];

/** The text of `_headers`: what Cloudflare's assets (and `wrangler dev`) send with the pages. No X-Frame-Options: Office frames the pane. */
export function siteHeaders({ officeJsUrl, isLocal }: SiteOptions): string {
  const pages = { '/taskpane*': panePolicy(officeJsUrl), '/sign-in*': panePolicy(officeJsUrl), ...(isLocal && { '/preview/*': previewPolicy() }) };
  const everywhere = ['X-Content-Type-Options: nosniff', 'Referrer-Policy: strict-origin-when-cross-origin'];
  if (!isLocal) everywhere.push('Strict-Transport-Security: max-age=31536000'); // on localhost it would bind every other local server to https
  const rules = [['/*', everywhere] as const, ...Object.entries(pages).map(([path, policy]) => [path, [`Content-Security-Policy: ${policy}`]] as const)];
  const text = rules.map(([path, lines]) => [path, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n');
  return `${text}\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`;
}

/** Fluent UI writes its styles into the page, hence inline styles; the clerk may name another server than the pane's own, hence https. */
function panePolicy(officeJsUrl: string): string {
  const cdn = officeJsUrl.startsWith('https:') ? ` ${new URL(officeJsUrl).origin}` : '';
  return policy({
    'default-src': "'self'",
    'script-src': `'self'${cdn}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': "'self' https:",
    'frame-src': "'self' https://telemetryservice.firstpartyapps.oaspapps.com",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': `'self' ${OFFICE_HOSTS.join(' ')}`,
  });
}

/** Univer compiles formulas, hence 'unsafe-eval'; only here, never in the pane. */
function previewPolicy(): string {
  return policy({
    'default-src': "'self'",
    'script-src': "'self' 'unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
}

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
