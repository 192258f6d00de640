// Loaded before anything else (node --import), in plain JavaScript, so that an old Node can still say what it needs.
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`This needs Node 22.18 or newer; this is ${process.version}. Start it with npm, which brings Node 24.`)
  process.exit(1)
}
// Compiled code is kept between starts, so that a restart takes half as long. Where it cannot be kept, nothing changes.
module.enableCompileCache()
