import all from 'email-providers/all.json' with { type: 'json' };
import common from 'email-providers/common.json' with { type: 'json' };

/** Companies, universities and placeholders in the package's common list: people have these addresses through their work. */
const notFree = `facebook.com alibaba.com about.com go.com medscape.com space.com discovery.com ancestry.com techspot.com
  nus.edu.sg unican.es kansascity.com homestead.com doityourself.com geek.com parrot.com name.com ivillage.com sdf.org
  dailypioneer.com saudia.com hamptonroads.com looksmart.com onmilwaukee.com oath.com clerk.com dnsmadeeasy.com
  swissinfo.org scubadiving.com singpost.com aver.com telstra.com bt.com test.com test.de example.com yourdomain.com
  mydomain.com mail-tester.com easypost.com elvis.com bolt.com dmv.com games.com thirdage.com webindia123.com`;

/** Well-known ones that the common list leaves out. */
const missing = `pm.me protonmail.ch tuta.com tuta.io tutanota.com tutanota.de tutamail.com keemail.me fastmail.com
  posteo.de posteo.net mailbox.org mail.de email.de web.de freenet.de rediffmail.com zohomail.com zohomail.eu
  inbox.ru bk.ru internet.ru vk.com startmail.com disroot.org riseup.net runbox.com mailfence.com duck.com skiff.com
  privaterelay.appleid.com hanmail.net kakao.com 139.com 189.cn sohu.com vip.qq.com bol.com.br`;

/** Providers with a domain per country: for these the package's long list is used too (hotmail.co.uk, yahoo.es). */
const family =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|gmx|icloud|yandex)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;
const typingMistakes = /\.(?:con|cm|om)$/;
/** RFC 2606 and RFC 6761 reserve these for examples; nobody has a mailbox there. */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/;

const words = (text: string): string[] => text.trim().split(/\s+/);
const left = new Set(words(notFree));
const domains = new Set(
  [...common, ...words(missing), ...all.filter((domain) => family.test(domain) && !typingMistakes.test(domain))].filter(
    (domain) => !left.has(domain) && !reserved.test(domain),
  ),
);

/** Whether anybody can get an address at this domain. Takes the lower-case domain of `parseAddress`. */
export function isFreeMail(domain: string): boolean {
  return domains.has(domain);
}
