import type { Config } from '../config/config.ts'
import { isServiceUrlServed } from './channel-door.ts'

/** OneDrive for work takes a file of up to 60 MiB in one request; a copy is far smaller. */
const mostBytes = 50 * 1024 * 1024

/** Whether a file may be sent to an address: OneDrive and SharePoint by https, or a loopback host that is in the list of service hosts. */
export function isUploadServed(config: Pick<Config, 'allowedServiceHosts'>, address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return false
  if (['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return isServiceUrlServed(config, address)
  return url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.sharepoint.com')
}

/**
 * Puts a file where Teams said it may go. The address carries its own permission, so no token is sent to it, and a
 * redirect to anywhere else is not followed. `unknown`: no answer came, and the file may be there or not.
 */
export async function uploadFile(
  address: string,
  content: string,
  deadlineMs: number,
): Promise<'saved' | 'failed' | 'too-big' | 'unknown'> {
  const bytes = Buffer.from(content)
  if (bytes.length > mostBytes) return 'too-big'
  const response = await fetch(address, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: bytes,
    redirect: 'manual',
    signal: AbortSignal.timeout(deadlineMs),
  }).catch(() => undefined)
  await response?.body?.cancel()
  if (response === undefined) return 'unknown'
  // 202 would mean that it waits for more.
  return response.status === 200 || response.status === 201 ? 'saved' : 'failed'
}
