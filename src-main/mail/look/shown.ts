import { type Size, sizeWithin } from '#contract/look.ts';
import type { LogoFacts } from './store.ts';

/** CSS pixels. */
const most = { width: 200, height: 56 };

/** How large a letter shows it. */
export const shownSize = (logo: Size): Size => sizeWithin(most, logo);

/** RFC 2392: the name of the picture's part within its message. */
export const contentId = ({ sha256 }: Pick<LogoFacts, 'sha256'>): string => `logo-${sha256.slice(0, 32)}@gatehouse`;

/** For the window, which has only the page and not the message around it: puts the picture into the page. */
export const withLogoShown = (html: string, logo: (LogoFacts & { readonly content: Buffer }) | undefined): string =>
  logo
    ? html.replaceAll(
        `src="cid:${contentId(logo)}"`,
        `src="data:${logo.type};base64,${logo.content.toString('base64')}"`,
      )
    : html;
