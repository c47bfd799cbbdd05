// Build of the public pages, dist/verify/ (what a paper's code opens), dist/complain/ and dist/rate/, beside the
// console's files and sharing none of them.
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: 'verify/assets/[name]-[hash].js' } } },
  build: {
    // Chromium 80 and later: the oldest that has BigInt literals, which Ed25519 needs where WebCrypto does not have it.
    target: 'es2020',
    emptyOutDir: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['verify/index.html', 'complain/index.html', 'rate/index.html'],
      output: {
        entryFileNames: 'verify/assets/[name]-[hash].js',
        chunkFileNames: 'verify/assets/[name]-[hash].js',
        assetFileNames: 'verify/assets/[name]-[hash][extname]',
      },
    },
  },
})
