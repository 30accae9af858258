import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forTheSystem } from '../../../src-main/faces/window/external.ts';

const portal = 'http://127.0.0.1:4010';

describe('an address that the page wants opened', () => {
  it.each([
    'https://example.com/help?a=1#b',
    'mailto:it@example.com',
    'mailto:it@example.com?subject=Access&body=Hello%20there',
    `${portal}/join/abc`,
  ])('is handed to the system: %s', (address) => {
    expect(forTheSystem(address, portal)).toBe(address);
  });

  it.each([
    'http://example.com/',
    'http://127.0.0.1:4011/',
    'http://127.0.0.1:4010.example.com/',
    'http://127.0.0.1:4010@example.com/',
    'https://user:secret@example.com/',
    'https://example.com@evil.example/',
    'https://',
    'https:example.com"--gpu-launcher=x',
    'https://example.com/\u0000',
    'https://example.com/a\nb',
    'https://example.com/\u202egnp.exe',
    ' https://example.com/',
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'vscode://file/etc/passwd',
    'app://gatehouse/',
    'ftp://example.com/',
    'mailto:it@example.com?attach=/etc/passwd',
    'mailto:it@example.com?attachment=/etc/passwd',
    'mailto:?subject=x',
    'mailto:it@example.com#x',
    '\\\\server\\share\\a.exe',
    '/etc/passwd',
    'example.com',
    '',
    `https://example.com/${'a'.repeat(2000)}`,
  ])('is refused: %s', (address) => {
    expect(forTheSystem(address, portal)).toBeUndefined();
  });

  it('is refused over http where the portal does not run', () => {
    expect(forTheSystem(`${portal}/join/abc`)).toBeUndefined();
  });

  it('is secure and free of control characters and quotes, whatever is given', () => {
    const text = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: 'binary' }));
    const begin = fc.constantFrom('', 'https://', 'https:', 'mailto:', 'http://127.0.0.1:4010', 'file:', '\t');
    fc.assert(
      fc.property(begin, text, (before, rest) => {
        const opened = forTheSystem(before + rest, portal);
        if (opened === undefined) return;
        expect(opened).toMatch(/^(?:https:\/\/|mailto:|http:\/\/127\.0\.0\.1:4010\/)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(opened).not.toMatch(/[\u0000-\u0020\u007f"<>\\]/);
        expect(new URL(opened).username).toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
