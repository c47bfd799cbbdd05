// Build: static files in dist/, relative to '/', no inline script (the server sends a strict CSP).
import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'
import { serviceWorker } from './service_worker.plugin'

export default defineConfig({
  plugins: [vue(), serviceWorker()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  // The region table is the repository's own (assets/).
  server: { fs: { allow: ['../..'] } },
  build: {
    target: 'es2021',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    environment: 'node',
    testTimeout: 20000,
  },
})
