import { messagesIn } from '#contract/messages/index.ts';
import { page } from '../../src-main/faces/cli/help.ts';
import { verbNames } from '../../src-main/faces/cli/table.ts';

const messages = messagesIn('en');

/** The text of `docs/commands.md`. */
export const commandsDoc = () => `# Commands

Made from the table of commands: \`npx vitest run test/docs -u\` writes this file anew, and a test fails while it is out of
date. [command-line.md](command-line.md) says how to use them in scripts, and how to run the service.

${verbNames.map((name) => `## ${name}\n\n\`\`\`text\n${page(messages, name)}\`\`\`\n`).join('\n')}`;
