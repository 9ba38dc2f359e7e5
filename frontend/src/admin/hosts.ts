/** A community's address, on the scheme and port that this page came by. */
export const addressOf = (host: string) => `${location.protocol}//${host}${location.port ? `:${location.port}` : ''}`
