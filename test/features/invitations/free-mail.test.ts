import { expect, test } from 'vitest';
import { isFreeMail } from '../../../src-main/features/invitations/free-mail.ts';

test.each(
  `gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com outlook.de live.com msn.com yahoo.com yahoo.co.jp
  yahoo.es yahoo.com.br ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com web.de proton.me pm.me
  protonmail.com tutanota.com fastmail.com mail.ru yandex.ru qq.com 163.com naver.com mailinator.com`.split(/\s+/),
)('anybody gets an address at %s', (domain) => {
  expect(isFreeMail(domain)).toBe(true);
});

test.each(
  `example.com example.org example.net mail.example.com acme.test gatehouse.test localhost company.invalid facebook.com
  gmail.company.com notgmail.com`.split(/\s+/),
)('%s is not a free mail provider', (domain) => {
  expect(isFreeMail(domain)).toBe(false);
});
