import type { IAdaptiveCard } from '@microsoft/teams.cards'

/** An Adaptive Card as plain JSON. The types come from Microsoft's own model; only 1.5 elements are used without a fallback. */
export type Card = IAdaptiveCard & { type: 'AdaptiveCard'; version: '1.5' }

/** A card with the words that a notification shows for it. They name nobody. */
export type CardMessage = { card: Card; summary: string }
