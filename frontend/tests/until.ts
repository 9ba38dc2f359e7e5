import { vi } from 'vitest'

/** Waits until this holds. What is waited for comes; how soon is the machine's doing, so the bound is far off. */
export const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 30_000 })
