/**
 * The rooms and who may know whom. `domain` knows nobody; `backend`, `store`, `cards` and `config` know only `domain`;
 * `dialogs` knows `domain` and `cards`; `bot` knows everyone. Types count as much as values.
 */
const { version } = require('typescript/package.json')

// The cruiser reads imports with TypeScript as a library. Version 7 offers none: it would find no file and no fault.
if (Number.parseInt(version, 10) > 6) {
  throw new Error(
    `The rooms cannot be checked with typescript ${version}: "typescript" must be @typescript/typescript6.`,
  )
}

const rooms = 'domain|backend|store|cards|config|dialogs|bot'
/** What npm scripts start. */
const entries = '^(bot/(main|start|check-node|commands/[^/]+)|test/(tools|bench)/[^/]+)\\.(ts|mjs)$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-knows-nobody',
      comment:
        'A rule is worked out from what it is given: no other room, no library but zod and Temporal, nothing of Node.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', '^node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'inner-rooms-know-only-domain',
      comment:
        'backend, store, cards and config answer to domain alone, so each can be replaced without opening another.',
      severity: 'error',
      from: { path: '^(backend|store|cards|config)/' },
      to: { path: `^(${rooms}|manifest)/`, pathNot: ['^$1/', '^domain/'] },
    },
    {
      name: 'dialogs-know-domain-and-cards',
      comment: 'A dialog is handed its ports. It never picks a store, a case service or a setting for itself.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: `^(${rooms}|manifest)/`, pathNot: '^(dialogs|domain|cards)/' },
    },
    {
      name: 'nobody-calls-upward',
      comment: 'bot builds everything, so nothing may need bot.',
      severity: 'error',
      from: { pathNot: '^(bot|test)/' },
      to: { path: '^bot/' },
    },
    {
      name: 'only-bot-reads-config',
      comment: 'Settings are read once and travel as arguments. Elsewhere a setting is a parameter.',
      severity: 'error',
      from: { pathNot: '^(config|bot|test)/' },
      to: { path: '^config/' },
    },
    {
      name: 'manifest-stands-alone',
      comment: 'The app package is made from ids and addresses, without starting any part of the service.',
      severity: 'error',
      from: { path: '^manifest/' },
      to: { path: `^(${rooms})/` },
    },
    {
      name: 'teams-sdk-at-the-edge',
      comment: 'botbuilder has had its last release. A move to its successor must touch dialogs and bot only.',
      severity: 'error',
      from: { pathNot: '^(dialogs|bot|test)/' },
      to: { path: '^node_modules/(botbuilder|botframework)[^/]*/' },
    },
    {
      name: 'sql-stays-in-store',
      comment: 'A query outside store would be a second place that knows the tables.',
      severity: 'error',
      from: { pathNot: '^(store|test)/' },
      to: { path: '^node_modules/(@types/)?(kysely|better-sqlite3|pg)/' },
    },
    {
      name: 'no-test-code-in-production',
      comment: 'Builders and fakes belong to the tests. The sample people are product, so they live in a room.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third. In the rooms this includes types.',
      severity: 'error',
      from: { path: `^(${rooms}|manifest)/` },
      to: { circular: true },
    },
    {
      name: 'no-development-packages-in-production',
      comment:
        'The service is installed without development packages. A type is erased before it runs, so it may stay.',
      severity: 'error',
      from: { path: `^(${rooms})/`, pathNot: '^cards/gallery\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'gallery-borrows-the-renderer',
      comment: 'The gallery shows cards as Teams draws them, with the renderer and looks that only development needs.',
      severity: 'error',
      from: { path: '^cards/gallery\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: '^node_modules/adaptivecards(-designer)?/',
      },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'What is imported stands in package.json, or a clean install may lack it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-missing-imports',
      comment: 'The file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nobody imports does nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^test/', entries] },
      to: {},
    },
    {
      name: 'no-code-only-tests-use',
      comment: 'Every file of the service can be reached from something that an npm script starts.',
      severity: 'error',
      from: { path: entries },
      to: { path: `^(${rooms})/`, pathNot: entries, reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(build|data|devTools)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
