import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// The system's Chromium if there is one (no download), otherwise Playwright's.
const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);

export default defineConfig({
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  reporter: [['list']],
  projects: [
    { name: 'desktop', testDir: 'test/e2e', testIgnore: 'portal/**' },
    {
      name: 'portal',
      testDir: 'test/e2e/portal',
      use: {
        browserName: 'chromium',
        headless: true,
        launchOptions: {
          ...(chromium ? { executablePath: chromium } : {}),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            // Nothing but the pages under test may cause traffic.
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    // cold starts of a large program, on any machine
    { name: 'package', testDir: 'test/package', timeout: 180_000, expect: { timeout: 60_000 } },
    { name: 'tour', testDir: 'test/tour' },
  ],
});
