import { fileURLToPath, URL } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const source = fileURLToPath(new URL('./src', import.meta.url))
/** `wishbridge up` serves the API; a different port is named by WISHBRIDGE_API. */
const api = process.env.WISHBRIDGE_API ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [
    vue(),
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
    manifest: true,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
})
