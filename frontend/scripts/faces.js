// What each face loads for its first page, and how much that may weigh (experience.md, number 1: gzipped JavaScript, kB).
// Where `routes` is named, each of its pages is opened by its own address, too, and may weigh as much.
export const faces = [
  { face: 'member', path: '/', limit: 90, entries: ['src/member/index.ts', /language\/zh\/(kit|words|login|member|evidence)\.json/] },
  { face: 'portal', path: '/portal', limit: 130, routes: 'src/portal/routes.ts', entries: ['src/portal/index.ts', 'src/portal/today/Today.vue', /language\/zh\/(kit|words|login|portal|ladder|evidence|campaign|sheet|desk)\.json/] },
  { face: 'wall', path: '/wall', limit: 90, entries: ['src/wall/index.ts', /language\/zh\/(kit|wall)\.json/] },
  // The chart comes after the figures are painted, and counts all the same.
  { face: 'district', path: '/district', limit: 330, entries: ['src/district/index.ts', /language\/zh\/(kit|words|login|sheet|district)\.json/], later: ['src/district/TrendChart.vue'] },
]
