import { environments, manifestFor } from './manifest.ts'
import { manifestProblems } from './manifest-problems.ts'

const problems: string[] = []
for (const environment of environments) {
  const manifest = manifestFor({
    environment,
    appId: '3f0c1c52-9a1d-4d0e-8d5c-0a6f0d1b7e11',
    botId: '9b7d6a34-5c21-4f8b-a0b9-2f4f6f2c8d22',
    domain: 'supervision.example.gov.uk',
    version: '1.0.0',
  })
  problems.push(...(await manifestProblems(manifest)).map((problem) => `${environment}: ${problem}`))
}

if (problems.length === 0) console.log('The manifest is valid.')
else {
  console.error(`The manifest is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  process.exitCode = 1
}
