import type { CaseViewer } from '../../domain/case-view.ts'

/**
 * An access token for the case services, for whoever asks; without a viewer, for the assistant itself. `refused` is a token
 * that a service has just turned away: it is not given again.
 * @throws when there is none to be had. The error names nobody.
 */
export type TokenSource = (viewer: CaseViewer | undefined, refused?: string) => Promise<string>
