import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` serves the page with live reload and sends everything else to a console started by ./minori up.
const backend = process.env.MINORI_CONSOLE ?? `http://127.0.0.1:${process.env.MINORI_PORT_CONSOLE ?? '8080'}`;

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  html: { cspNonce: '__NONCE__' },
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every screen needs is two files, not one for each set of screens that shares a part of it: a browser
            // opens six connections at most, and each file is a request.
            { name: 'base', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'frame', tags: ['$initial'], priority: 1 },
            { name: 'icons', test: /@tabler/, minShareCount: 2 },
            {
              name: 'table',
              test: /@tanstack.(react-table|table-core|react-virtual|virtual-core)|src.kit.(table|filters)/,
              // The rest of the kit stays apart: it is also on screens without a table.
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // The console must see the address of this server, because people are led back to it after signing in.
    proxy: Object.fromEntries(['/api', '/auth'].map((path) => [path, { target: backend, changeOrigin: false }])),
  },
});
