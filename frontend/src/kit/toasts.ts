import { reactive } from 'vue'

export interface Toast {
  id: number
  text: string
  bad: boolean
  undo?: () => Promise<unknown>
}

export const toasts = reactive<Toast[]>([])
const clocks = new Map<number, number>()
let last = 0

export function dismiss(id: number): void {
  hold(id)
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

/** The clock stands while the pointer or the focus is on the message. */
export function hold(id: number): void {
  window.clearTimeout(clocks.get(id))
  clocks.delete(id)
}

export function release(toast: Toast): void {
  hold(toast.id)
  clocks.set(toast.id, window.setTimeout(() => dismiss(toast.id), toast.undo || toast.bad ? 10_000 : 5_000))
}

/** Says in a corner what happened; an act that can be undone offers it for ten seconds. */
export function say(text: string, options: { undo?: () => Promise<unknown>; bad?: boolean } = {}): void {
  const toast: Toast = { id: ++last, text, bad: options.bad ?? false, undo: options.undo }
  toasts.push(toast)
  if (toasts.length > 3) dismiss(toasts[0]!.id)
  release(toast)
}
