import { expect, it } from 'vitest';
import { portalInput, portalValues } from '../../../src-renderer/features/settings/portal-form.ts';

const certificate = { certificateFile: '/etc/tls/fullchain.pem', keyFile: '/etc/tls/privkey.pem' };
const stored = {
  ...{ address: '127.0.0.1', port: 8443, baseUrl: 'https://join.example.com' },
  ...{ linksBeginWith: 'https://join.example.com', loopback: false, nextChangeAt: null },
  certificate: { ...certificate, names: ['join.example.com'], endsAt: 9, endsSoon: false, trouble: null },
  trustedProxies: ['10.0.0.5', '10.1.0.0/16'],
};

it('saves what it was filled with if nothing was typed', () => {
  expect(portalInput(portalValues(stored))).toEqual({
    ...{ address: '127.0.0.1', port: 8443, baseUrl: 'https://join.example.com' },
    ...{ certificate, trustedProxies: ['10.0.0.5', '10.1.0.0/16'] },
  });
  const plain = { ...stored, baseUrl: null, certificate: null, trustedProxies: [] };
  expect(portalInput(portalValues(plain))).toMatchObject({ baseUrl: null, certificate: null, trustedProxies: [] });
});

it('takes proxies separated by commas, semicolons, spaces or line ends, and drops the files if a proxy encrypts', () => {
  const typed = { ...portalValues(stored), trustedProxies: ' 10.0.0.5,10.1.0.0/16;\n::1 ', https: false, baseUrl: ' ' };
  expect(portalInput(typed)).toMatchObject({
    ...{ baseUrl: null, certificate: null, trustedProxies: ['10.0.0.5', '10.1.0.0/16', '::1'] },
  });
});
