import { step } from './_calls.mjs';

const bash = (command) => ({ tool: 'bash', args: { command } });

export default () => {
  const call = (tool, args) => ({ tool, args });
  return {
    client: 'pi',
    prompt: 'Say in the README that amounts are held in cents.',
    extension: 'pi-extension.ts',
    settings: { compaction: { enabled: true, reserveTokens: 199_000, keepRecentTokens: 10 } },
    aside: 'The README was looked at and changed.',
    replies: [
      { think: 'First a look at what is there.', say: 'I look at the files.', calls: [bash('ls'), call('read', { path: 'README.md' })] },
      step('Now the line in the README.', call('edit', { path: 'README.md', edits: [{ oldText: 'Amounts are whole cents inside the program.', newText: 'Amounts are held in cents, as whole numbers.' }] })),
      step('', call('write', { path: 'NOTES.md', content: 'Amounts are held in cents.\n' })),
      step('', bash('python3 -m unittest tests.test_missing 2>&1 | tail -1; exit 3')),
      step('', call('edit', { path: 'README.md', edits: [{ oldText: 'no such line', newText: 'x' }] }), call('no_such_tool', {})),
      step('', call('write', { path: 'AMOUNTS.md', content: 'Amounts are held in cents.\n' })),
      step('The README says now that amounts are held in cents.'),
    ],
  };
};
