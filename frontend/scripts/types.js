// The types of both hosts' APIs, from the descriptions that the server's tests keep true.
import { existsSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

for (const host of ['community', 'hub']) {
  const description = new URL(`../openapi/${host}.json`, import.meta.url)
  if (!existsSync(description)) {
    console.error(`openapi/${host}.json is missing: run \`wishbridge manage write_openapi\` first`)
    process.exit(1)
  }
  writeFileSync(new URL(`../src/api/${host}.d.ts`, import.meta.url), astToString(await openapiTS(description)))
}
