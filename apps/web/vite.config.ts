import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Hashed files, nothing inline (the content policy allows no inline script or style), nothing from another origin. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
