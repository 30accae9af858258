/**
 * One program for both processors. Signed and notarized where CSC_LINK, APPLE_ID and so on are set (docs/packaging.md).
 * @type {import('electron-builder').MacConfiguration}
 */
export const mac = {
  target: [
    { target: 'dmg', arch: ['universal'] },
    { target: 'zip', arch: ['universal'] },
  ],
  icon: 'resources/icons/gatehouse/1024.png',
  category: 'public.app-category.business',
  hardenedRuntime: true,
  mergeASARs: true,
  // each processor's bindings are only in its half
  singleArchFiles: '**/node_modules/{@node-rs/argon2-*,better-sqlite3/prebuilds}/**',
  extraResources: [{ from: 'scripts/package/command/gatehouse', to: 'bin/gatehouse' }],
};
