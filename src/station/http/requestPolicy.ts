/** The only address a page of the station has: its database belongs to this origin. */
export const STATION_HOST = '127.0.0.1'
export const STATION_PORT = 41870

/** What matters of an HTTP request; header values as Node joins them. */
export interface RequestFacts {
  readonly method: string | undefined
  readonly target: string | undefined
  readonly host: string | undefined
  readonly fetchSite: string | undefined
  readonly origin: string | undefined
}

export type RequestVerdict =
  | { readonly kind: 'serve'; readonly path: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'refuse'; readonly status: 400 | 403 | 404 | 405 | 421 }

/** What to do with a plain request. Host comes from a constant, never from the request: a name that
 *  an attacker points at 127.0.0.1 gets 421. */
export function checkHttpRequest(facts: RequestFacts, port: number): RequestVerdict {
  const own = `${STATION_HOST}:${port}`
  if (facts.host === `localhost:${port}`) return { kind: 'redirect', to: `http://${own}/` }
  if (facts.host !== own) return { kind: 'refuse', status: 421 }
  if (facts.method !== 'GET') return { kind: 'refuse', status: 405 }
  if (!isOwnFetch(facts.fetchSite)) return { kind: 'refuse', status: 403 }
  const path = pathOf(facts.target)
  return path === undefined ? { kind: 'refuse', status: 400 } : { kind: 'serve', path }
}

/** What to do with a socket upgrade: here Origin must be exactly ours, so a page of another site
 *  that guesses the address is not even heard. */
export function checkUpgrade(
  facts: RequestFacts,
  port: number,
  bridgePath: string,
): RequestVerdict {
  const verdict = checkHttpRequest(facts, port)
  if (verdict.kind !== 'serve') return { kind: 'refuse', status: statusOf(verdict) }
  if (facts.origin !== `http://${STATION_HOST}:${port}`) return { kind: 'refuse', status: 403 }
  return verdict.path === bridgePath ? verdict : { kind: 'refuse', status: 404 }
}

function statusOf(verdict: Exclude<RequestVerdict, { kind: 'serve' }>) {
  return verdict.kind === 'redirect' ? 421 : verdict.status
}

/** Absent in programs and old browsers; `none` when a person typed the address. */
function isOwnFetch(fetchSite: string | undefined): boolean {
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
}

/** The path of an origin-form target; an absolute target (`GET http://…`) has none. */
function pathOf(target: string | undefined): string | undefined {
  if (!target?.startsWith('/') || target.startsWith('//')) return undefined
  return target.split(/[?#]/, 1)[0]
}
