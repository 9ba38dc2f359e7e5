/** What the server refuses, in the reader's language (problem+json), or status 0 where it was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: Record<string, string[]> = {},
    readonly requestId: string = '',
    /** Where somebody else was faster (412): the fields they changed, and the record as it is. */
    readonly changed: string[] = [],
    readonly current: unknown = null,
  ) {
    super(detail || code)
  }

  /** First error of a field, for the line beside it. */
  field(name: string): string | undefined {
    return this.errors[name]?.[0]
  }
}

type Body = { status?: number; code?: string; detail?: string; title?: string; errors?: Record<string, unknown>; request_id?: string; changed?: string[]; current?: unknown }

/** A field's errors come as a list, or nested for a list of things; a person reads sentences. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(sentences)
  if (value && typeof value === 'object') return Object.values(value).flatMap(sentences)
  return []
}

export function problemFrom(response: Response, body: unknown): Problem {
  const said: Body = body && typeof body === 'object' ? (body as Body) : {}
  const errors: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(said.errors ?? {})) errors[name] = sentences(value)
  return new Problem(
    response.status,
    said.code ?? `http_${response.status}`,
    said.detail ?? said.title ?? '',
    errors,
    said.request_id ?? response.headers.get('X-Request-ID') ?? '',
    said.changed ?? [],
    said.current ?? null,
  )
}

export const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem(0, 'unreachable', ''))
