import { reactive } from 'vue'

export interface Toast {
  id: number
  text: string
  bad: boolean
  undo?: () => Promise<unknown>
  /** Where the focus belongs once it was taken back. */
  back?: () => void
}

/** One at a time: what is said next takes its place, and an undo that is no longer offered is gone. */
export const toasts = reactive<Toast[]>([])
const goings = new Map<number, () => void>()
let clock = 0
let ends = 0
let last = 0

const SHORT_MS = 5_000
const LONG_MS = 10_000
/** However long the pointer rests on it: after a minute the server takes nothing back. */
const MOST_MS = 50_000

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index < 0) return
  window.clearTimeout(clock)
  toasts.splice(index, 1)
  goings.get(id)?.()
  goings.delete(id)
}

/** The clock stands while the pointer or the focus is on the message. */
export function hold(id: number): void {
  window.clearTimeout(clock)
  clock = window.setTimeout(() => dismiss(id), Math.max(ends - Date.now(), 0))
}

export function release(toast: Toast): void {
  window.clearTimeout(clock)
  const stays = toast.undo || toast.bad ? LONG_MS : SHORT_MS
  clock = window.setTimeout(() => dismiss(toast.id), Math.max(Math.min(stays, ends - Date.now()), 0))
}

/** Says in a corner what happened; an act that can be undone offers it for ten seconds. Resolves when it has gone. */
export function say(text: string, options: { undo?: () => Promise<unknown>; back?: () => void; bad?: boolean } = {}): Promise<void> {
  for (const old of [...toasts]) dismiss(old.id)
  const toast: Toast = { id: ++last, text, bad: options.bad ?? false, undo: options.undo, back: options.back }
  toasts.push(toast)
  ends = Date.now() + MOST_MS
  release(toast)
  return new Promise((resolve) => goings.set(toast.id, resolve))
}

/** The undo on offer is void: what it would take back has been gone on from. */
export function withdrawUndo(): void {
  for (const toast of [...toasts]) if (toast.undo) dismiss(toast.id)
}
