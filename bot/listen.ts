import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../config/config.ts'

/**
 * Listens where the settings say, and gives the address to reach it at on this machine.
 * @throws {Error} when the port is taken; the message says what to do.
 */
export async function listen(server: Server, { port, host }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set PORT to a free one, or stop what uses it.`)
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const shown = host.includes(':') ? `[${host}]` : host
  return `http://${shown === '0.0.0.0' ? '127.0.0.1' : shown}:${address.port}`
}
