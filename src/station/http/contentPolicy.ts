/** Headers of everything the station serves, in both shells. `hubOrigin`: the one other address the
 *  page may call. No CORS header is ever sent, no cookie either: cookies ignore ports. */
export function securityHeaders(hubOrigin?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy(hubOrigin),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  }
}

function contentPolicy(hubOrigin?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${hubOrigin ? ` ${hubOrigin}` : ''}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}
