import { step } from './_calls.mjs';

export default ({ work }) => {
  const readme = `${work}/README.md`;
  const call = (tool, args) => ({ tool, args });
  const run = (...commands) => call('run_commands', { commands });
  return {
    client: 'cline',
    prompt: 'Say in the README that amounts are held in cents.',
    hooks: { PostToolUse: { contextModification: 'The README has a line limit of 120.' } },
    helpers: [{ prompt: 'Where is format_amount defined', replies: [
      step('I search.', run('grep -n format_amount ledger/amounts.py')),
      step('In ledger/amounts.py.'),
    ] }],
    replies: [
      { think: 'First a look at what is there.', say: 'I look at the files.', calls: [run('ls', 'git status --short'), call('read_files', { files: [{ path: readme }, { path: `${work}/missing.md` }] })] },
      step('Now the line in the README.', call('editor', { path: readme, old_text: 'Amounts are whole cents inside the program.', new_text: 'Amounts are held in cents, as whole numbers.' })),
      step('', call('editor', { path: `${work}/NOTES.md`, new_text: 'Amounts are held in cents.\n' })),
      step('', run('python3 -m unittest tests.test_missing 2>&1 | tail -1; exit 3')),
      step('', call('editor', { path: readme, old_text: 'no such line', new_text: 'x' })),
      step('', call('search_codebase', { queries: ['format_amount'] }), call('no_such_tool', {})),
      step('', call('spawn_agent', { systemPrompt: 'You search code.', task: 'Where is format_amount defined? Answer in one line.' })),
      step('The README says now that amounts are held in cents.'),
    ],
  };
};
