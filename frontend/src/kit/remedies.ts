import type { InjectionKey } from 'vue'

/** What helps against a refusal of this code: a face knows where to send people. */
export type Remedies = () => Record<string, { to: string; text: string }>
export const REMEDIES: InjectionKey<Remedies> = Symbol('remedies')
