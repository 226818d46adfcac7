import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface StaticFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** The file for a URL path inside `root`, undefined when there is none, its type is not listed, or
 *  the path tries to leave the folder. `/` is the page. */
export async function readStaticFile(root: string, path: string): Promise<StaticFile | undefined> {
  const inside = insidePath(path)
  const type = inside === undefined ? undefined : TYPES[extname(inside)]
  if (inside === undefined || type === undefined) return undefined
  try {
    return { type, bytes: await readFile(join(root, inside)) }
  } catch {
    return undefined
  }
}

/** The path below the root, undefined when it is not plainly inside. */
function insidePath(path: string): string | undefined {
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (!plain.startsWith('/') || /[\\\u0000:]/.test(plain)) return undefined
  const parts = plain.split('/').slice(1)
  if (parts.some((part) => part.startsWith('.'))) return undefined
  const inside = plain === '/' ? 'index.html' : normalize(parts.join(sep))
  return inside.startsWith('..') ? undefined : inside
}
