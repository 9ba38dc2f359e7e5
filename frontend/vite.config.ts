import { fileURLToPath, URL } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { firstPages } from './scripts/chunks.js'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')
const source = `${root}/src`
/** `wishbridge up` serves the API; a different port is named by WISHBRIDGE_API. */
const api = process.env.WISHBRIDGE_API ?? 'http://127.0.0.1:8000'

/**
 * vue-i18n looks names up in the whole of Vue, which keeps all of it in the first page (16 kB gzipped).
 * Vue 3.5 has what they look for under its own name. An update that reads differently stops the build.
 */
function askVueByName(): Plugin {
  const places = [
    { file: 'vue-i18n.runtime.mjs', from: [/import \* as Vue from 'vue';/, /key in Vue/, /Vue\[key\]/, /Vue\.getCurrentInstance\(\)/], to: ["import { getCurrentInstance as vueInstance } from 'vue';", 'false', 'undefined', 'vueInstance()'] },
  ]
  return {
    name: 'ask-vue-by-name',
    transform(code, id) {
      const place = places.find(({ file }) => id.includes('node_modules') && id.endsWith(file))
      if (!place) return undefined
      return place.from.reduce((text, pattern, index) => {
        if (!pattern.test(text)) this.error(`${id} has changed: ${String(pattern)} is not there`)
        return text.replace(pattern, place.to[index]!)
      }, code)
    },
  }
}

export default defineConfig({
  plugins: [
    askVueByName(),
    vue(),
    firstPages(root),
    // Messages are compiled at build time: no compiler in the browser, no eval, 17 kB less.
    vueI18n({ include: [`${source}/language/{zh,en}/**/*.json`], runtimeOnly: true, dropMessageCompiler: true, fullInstall: false, strictMessage: true }),
  ],
  // Composition API only, in Vue and in its translations.
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  resolve: { alias: { '@': source } },
  build: {
    target: ['chrome80', 'safari14'],
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // echarts is loaded after the district's figures are painted.
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
  // How long a test takes is the machine's doing: the bound only ends one that waits for what never comes.
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
