import { createHash } from 'node:crypto';

/** Sent with every reply. Pages load nothing from elsewhere, run no inline script and obey no inline style. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
    `base-uri 'none'`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** The content policy of a page that carries this one style sheet in itself, and no other style. */
export function policyWithStyle(css: string): string {
  const hash = createHash('sha256').update(css).digest('base64');
  return (securityHeaders['content-security-policy'] ?? '').replace(
    `style-src 'self'`,
    `style-src 'self' 'sha256-${hash}'`,
  );
}
