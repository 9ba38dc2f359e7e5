import type { Problem } from '@/api/problem'

/** What to tell a person: the server's own sentence, else one that says what to do. */
export function problemText(problem: Problem, t: (key: string) => string): string {
  if (problem.status === 0) return t('kit.error.unreachable')
  if (problem.detail) return problem.detail
  if (problem.status === 412) return t('kit.error.conflict')
  if (problem.status === 403) return t('kit.error.forbidden')
  if (problem.status === 404) return t('kit.error.notFound')
  if (problem.status >= 500) return t('kit.error.server')
  return t('kit.error.other')
}
