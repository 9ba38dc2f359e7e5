import './polyfills'
import './style/tokens.css'
import './style/base.css'
import './style/boot.css'
import { loadAnewWhenReachable } from './anew'
import { ensureSite } from './site'
import { applyFontSize } from './language/fontSize'

/** The face belongs to the first part of the path; the platform's host has the operator's and the officers'. */
async function start(): Promise<void> {
  // From here on what does not come is said by us; before, by first.js.
  document.documentElement.setAttribute('data-started', '')
  applyFontSize()
  const path = location.pathname
  const site = ensureSite()
  if (path.startsWith('/portal')) return (await import('./portal')).mount(site)
  if (path.startsWith('/wall')) return (await import('./wall')).mount(site)
  if (path.startsWith('/admin')) return (await import('./admin')).mount(site)
  if (path.startsWith('/district')) return (await import('./district')).mount(site)
  // A telephone on a slow line does not wait for the answer first: almost everybody who comes here is a member.
  const member = import('./member')
  if ((await site).kind === 'platform') return (await import('./admin')).mount(site)
  return (await member).mount()
}

void start().catch(async () => {
  try {
    await (await import('./unavailable')).mount()
  } catch {
    // Not even that page comes: what the server wrote is shown.
    document.documentElement.classList.add('not-come')
    await loadAnewWhenReachable()
  }
})
