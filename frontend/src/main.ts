import './polyfills'
import './style/tokens.css'
import './style/base.css'
import { ensureSite } from './site'
import { applyFontSize } from './language/fontSize'

/** The face belongs to the first part of the path; the platform's host has only the operator's. */
async function start(): Promise<void> {
  applyFontSize()
  const path = location.pathname
  const site = ensureSite()
  if (path.startsWith('/portal')) return (await import('./portal')).mount(site)
  if (path.startsWith('/wall')) return (await import('./wall')).mount(site)
  if (path.startsWith('/admin') || (await site).kind === 'platform') return (await import('./admin')).mount(site)
  return (await import('./member')).mount(site)
}

void start().catch(async () => (await import('./unavailable')).mount())
