import type { Issue } from '#contract/errors.ts';
import type { Messages } from '#contract/messages/index.ts';
import { wordIssue } from '#contract/messages/word.ts';
import { type Html, html, type Part } from './html.ts';
import { icons } from './icons.ts';

/** What is wrong with a form, in words: per field, and what belongs to no field. */
export interface Problems {
  readonly fields: Readonly<Record<string, string>>;
  readonly form?: string | undefined;
}
export const noProblems: Problems = { fields: {} };
export const hasProblems = ({ fields, form }: Problems) => form !== undefined || Object.keys(fields).length > 0;

/** Words the first issue of each field. A field is the last step of the issue's path. */
export function problemsOf(words: Messages, issues: readonly Issue[]): Problems {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const field = String(issue.path.at(-1) ?? '');
    fields[field] ??= words.portal.fields[`${field}:${issue.code}`] ?? wordIssue(words, issue);
  }
  return { fields };
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly value?: string;
  readonly autocomplete: string;
  readonly hint?: string;
  readonly optional?: string;
  readonly longest?: number;
  /** More than one makes it a multi-line text. */
  readonly rows?: number;
  readonly numeric?: boolean;
  /** Something in front of the box: the country of a number. */
  readonly before?: Html;
}

/** The keyboard that a phone shows. */
const keyboards = { text: 'text', email: 'email', tel: 'tel', password: 'text' } as const;

/** Label above, hint below it, box, then the error: tied together for screen readers. */
export function field(problems: Problems, f: Field): Html {
  const error = problems.fields[f.name];
  const described = [f.hint && `${f.name}-hint`, error && `${f.name}-error`].filter(Boolean).join(' ');
  const also = html`${!f.optional && html` required`}${described && html` aria-describedby="${described}"`}${error && html` aria-invalid="true"`}`;
  const longest = f.longest ?? 1024;
  // a line break right after the tag belongs to the markup (HTML, 13.1.2.5)
  const input = f.rows
    ? html`<textarea id="${f.name}" name="${f.name}" autocomplete="${f.autocomplete}" maxlength="${longest}" rows="${f.rows}"${also}>\n${f.value ?? ''}</textarea>`
    : html`<input id="${f.name}" name="${f.name}" type="${f.type ?? 'text'}" value="${f.value ?? ''}" autocomplete="${f.autocomplete}" maxlength="${longest}" inputmode="${f.numeric ? 'numeric' : keyboards[f.type ?? 'text']}"${also}>`;
  return html`<div class="field">
<label for="${f.name}">${f.label} ${f.optional ? html`<span class="optional">${f.optional}</span>` : html`<span class="star" aria-hidden="true">*</span>`}</label>
${f.hint && html`<p class="hint" id="${f.name}-hint">${f.hint}</p>`}
${f.type === 'password' ? html`<div class="password">${input}</div>` : f.before ? html`<div class="joined">${f.before}${input}</div>` : input}
${error && html`<p class="error" id="${f.name}-error">${icons.alert}<span>${error}</span></p>`}
</div>`;
}

/** Where the focus goes after a refused form: what is wrong, each with a link to its field. */
export function summary(words: Messages, problems: Problems): Part {
  const fields = Object.entries(problems.fields);
  if (!hasProblems(problems)) return null;
  return html`<div class="summary" role="alert" tabindex="-1" id="summary" autofocus>
${problems.form ? html`<p>${problems.form}</p>` : html`<h2>${words.portal.problems(fields.length)}</h2>`}
${fields.length > 0 && html`<ul>${fields.map(([name, error]) => html`<li><a href="#${name}">${error}</a></li>`)}</ul>`}
</div>`;
}

/** An address that cannot be changed and is not sent; it tells password managers whose password they keep. */
export const fixedEmail = (words: Messages, email: string): Html =>
  html`<div class="field">
<label for="email">${words.portal.email}</label>
<div class="fixed"><input id="email" type="email" value="${email}" autocomplete="username" readonly>${icons.lock}</div>
</div>`;
