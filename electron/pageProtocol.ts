import { securityHeaders } from '@/station/http/contentPolicy.ts'
import { readStaticFile } from '@/station/http/staticFile.ts'
import { isOwnUrl } from './ownOrigin.ts'

/** Answers `app://packline/…` from the folder of the built page: GET only, listed types only, with
 *  the same headers as the browser station. */
export async function answerPageRequest(request: Request, pageRoot: string): Promise<Response> {
  const plain = (status: number) =>
    new Response('', { status, headers: { ...securityHeaders(), 'Content-Type': 'text/plain' } })
  if (!isOwnUrl(request.url)) return plain(421)
  if (request.method !== 'GET') return plain(405)
  const file = await readStaticFile(pageRoot, new URL(request.url).pathname)
  if (!file) return plain(404)
  const headers = { ...securityHeaders(), 'Cache-Control': 'no-store', 'Content-Type': file.type }
  return new Response(new Uint8Array(file.bytes), { status: 200, headers })
}
