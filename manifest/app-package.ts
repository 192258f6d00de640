import { readFile } from 'node:fs/promises'
import type { TeamsManifestLatest } from '@microsoft/app-manifest'
import { zipSync } from 'fflate'

/** The zip format has no time zone and starts at 1980. One fixed time makes the same app the same bytes every day. */
const packedAt = '1980-01-01T00:00:00'

/** The Teams app package: a zip with `manifest.json` and the two icons it names, all at the root. */
export async function appPackage(manifest: TeamsManifestLatest): Promise<Uint8Array> {
  const { color, outline } = manifest.icons
  return zipSync(
    {
      'manifest.json': Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`),
      [color]: await readFile(new URL(color, import.meta.url)),
      [outline]: await readFile(new URL(outline, import.meta.url)),
    },
    { mtime: packedAt, level: 9 },
  )
}
