/** Chromium cannot be taught a scheme from outside: `app://packline/x` is shown to it as
 *  `http://packline.app.localhost/x`, which is a secure context too. */
export interface SchemeHandler {
  (request: Request): Response | Promise<Response>
}

const privileged = new Set<string>()
const handlers = new Map<string, SchemeHandler>()
let isReady = false

/** Called by the app when it is ready: afterwards no scheme can be registered. */
export function closeSchemes(): void {
  isReady = true
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    if (isReady) throw new Error('registerSchemesAsPrivileged must be called before app is ready')
    for (const { scheme } of schemes) privileged.add(scheme)
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!isReady) throw new Error('protocol.handle can only be called after app is ready')
    if (!privileged.has(scheme)) throw new Error(`${scheme} is not registered as privileged`)
    if (handlers.has(scheme)) throw new Error(`${scheme} is handled already`)
    handlers.set(scheme, handler)
  },
}

/** The handler of a real address, undefined for http and alike. */
export function handlerOf(url: string): SchemeHandler | undefined {
  return handlers.get(new URL(url).protocol.slice(0, -1))
}

/** `app://packline/x?y#z` → `http://packline.app.localhost/x?y#z`. */
export function toChromium(url: string): string {
  const { protocol: scheme, hostname, pathname, search, hash } = new URL(url)
  const name = scheme.slice(0, -1)
  if (!privileged.has(name)) return url
  return `http://${hostname}.${name}.localhost${pathname || '/'}${search}${hash}`
}

/** Back again; other addresses stay as they are. */
export function fromChromium(url: string): string {
  if (!URL.canParse(url)) return url
  const { protocol: scheme, hostname, port, pathname, search, hash } = new URL(url)
  const parts = /^(.+)\.([a-z]+)\.localhost$/.exec(hostname)
  const name = parts?.[2]
  if (scheme !== 'http:' || port !== '' || name === undefined || !privileged.has(name)) return url
  return `${name}://${parts?.[1]}${pathname}${search}${hash}`
}
