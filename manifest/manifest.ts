import type { TeamsManifestLatest } from '@microsoft/app-manifest'

export const environments = ['dev', 'test', 'prod'] as const
export type EnvironmentName = (typeof environments)[number]

/** Who answers for the app, and where a person can read about it. Teams shows these before anybody installs it. */
export type Publisher = { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string }

/** What differs between one installation of the assistant and another. */
export type Installation = {
  environment: EnvironmentName
  /** The id of the Teams app, a GUID. A new id is a new app to Teams. */
  appId: string
  /** The application id of the bot registration, a GUID: what the service calls `MicrosoftAppId`. */
  botId: string
  /** The host the service is reached at, without `https://`. */
  domain?: string
  /** Semantic version. Teams takes an update only with a higher one. */
  version: string
  publisher?: Partial<Publisher>
}

/** Addresses that lead nowhere: an organisation gives its own before it publishes the app. */
export const placeholderPublisher: Publisher = {
  name: 'Supervision assistant team',
  websiteUrl: 'https://example.gov.uk/supervision-assistant',
  privacyUrl: 'https://example.gov.uk/supervision-assistant/privacy',
  termsOfUseUrl: 'https://example.gov.uk/supervision-assistant/terms',
}

/** The background of the colour icon, which Teams shows around it. */
const accentColor = '#2f3a8f'

/**
 * The Teams app manifest of one installation, in schema 1.30.
 * An installation that is not the live one says so in its name, so that nobody records a real session in it.
 */
export function manifestFor({
  environment,
  appId,
  botId,
  domain,
  version,
  publisher,
}: Installation): TeamsManifestLatest {
  const named = (name: string) => (environment === 'prod' ? name : `${name} (${environment})`)
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    version,
    id: appId,
    localizationInfo: { defaultLanguageTag: 'en-gb' },
    developer: {
      name: publisher?.name ?? placeholderPublisher.name,
      websiteUrl: publisher?.websiteUrl ?? placeholderPublisher.websiteUrl,
      privacyUrl: publisher?.privacyUrl ?? placeholderPublisher.privacyUrl,
      termsOfUseUrl: publisher?.termsOfUseUrl ?? placeholderPublisher.termsOfUseUrl,
    },
    name: { short: named('Supervision'), full: named('Supervision assistant for probation staff') },
    description: {
      short: 'Log a supervision in one sentence. The other person confirms what was agreed.',
      full: [
        'Supervision is for probation practitioners and their managers. Tell it about a supervision in a sentence, and it asks only for what is missing. When you confirm, the session is recorded for every kind it covers, and the other person is asked to agree, to comment or to ask for a change.',
        'You can read everything that is recorded about you. Notes on wellbeing are for the two people of that session only. Nothing is overwritten: a correction is a new entry that points to the old one. Every read of somebody else’s record is written down.',
        'It keeps the record of supervision, not of cases. It works for people on its staff list; anybody else is told whom to ask.',
      ].join('\n\n'),
      features: [
        {
          title: 'Log it in a sentence',
          description: 'Say who, what kind, when and how long. The form is filled in for you.',
        },
        {
          title: 'Both people confirm',
          description: 'The other person agrees, adds a comment or asks for a change, on a card.',
        },
        {
          title: 'See the record',
          description: 'Ask what somebody you manage has had this year, or read your own record.',
        },
      ],
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    bots: [
      {
        botId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        commandLists: [
          { scopes: ['personal'], commands },
          { scopes: ['team', 'groupChat'], commands: commandsForSeveral },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: domain === undefined ? [] : [domain],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  }
}

/** What Teams offers to type where several people are. */
const commandsForSeveral = [
  {
    title: 'everyone to',
    description: 'Ask something of everybody here: go on with what and by when, like “read the policy by Friday”',
  },
  { title: 'show our team actions', description: 'What is open here, and how many have confirmed' },
  { title: 'done', description: 'Confirm what you were asked here' },
  { title: 'help', description: 'What you can ask here' },
]

/** What Teams offers to type. Each is a sentence the chat understands, or the beginning of one. */
const commands = [
  {
    title: 'reflective with',
    description: 'Log a session: go on with a name, a day and how long, like “on Friday, 45 mins”',
  },
  { title: 'my supervisions', description: 'What you have had this year' },
  {
    title: 'what is waiting for me?',
    description: 'Sessions you have been asked to confirm, and drafts you have not finished',
  },
  { title: 'help', description: 'What you can ask, with examples' },
]
