import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const host = 'http://localhost:5080';
const served = ['/api', '/hubs', '/forms', '^/s/', '/hooks', '/health', '/openapi'];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The content security policy allows no data: addresses, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: Object.fromEntries(served.map((path) => [path, { target: host, ws: path === '/hubs' }])),
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
