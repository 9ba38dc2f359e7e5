/* Both hosts speak through one client; each page calls only what its host has. */
type Loose = {
  parameters: { query?: Record<string, unknown>; path?: Record<string, string | number>; header?: Record<string, string> }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { 200: { content: { 'application/json': unknown } } }
}
export type paths = Record<string, { get: Loose; post: Loose; put: Loose; patch: Loose; delete: Loose; parameters: object }>
