import { step } from './_calls.mjs';

const shell = (command, description) => ({ tool: 'run_shell_command', args: { command, description, is_background: false } });

export default ({ work }) => {
  const readme = `${work}/README.md`;
  const call = (tool, args) => ({ tool, args });
  const output = (hookEventName, additionalContext) => ({ print: { hookSpecificOutput: { hookEventName, additionalContext } } });
  return {
    client: 'qwen',
    prompt: 'Say in the README that amounts are held in cents.',
    hooks: {
      UserPromptSubmit: output('UserPromptSubmit', 'The main branch is protected.'),
      PreToolUse: { matcher: 'write_file', print: { hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision: 'deny', permissionDecisionReason: 'new files need a ticket' } } },
      PostToolUse: { matcher: 'edit', ...output('PostToolUse', 'The README has a line limit of 120.') },
    },
    helpers: [{ prompt: 'Where is format_amount defined', replies: [
      step('I search.', shell('grep -n format_amount ledger/amounts.py', 'find it')),
      step('In ledger/amounts.py.'),
    ] }],
    replies: [
      { think: 'First a look at what is there.', say: 'I look at the files.', calls: [shell('ls', 'list files'), call('read_file', { file_path: readme })] },
      step('Now the line in the README.', call('edit', { file_path: readme, old_string: 'Amounts are whole cents inside the program.', new_string: 'Amounts are held in cents, as whole numbers.' })),
      step('', call('write_file', { file_path: `${work}/NOTES.md`, content: 'Amounts are held in cents.\n' })),
      step('', shell('python3 -m unittest tests.test_missing 2>&1 | tail -1; exit 3', 'run a test that is not there')),
      step('', call('edit', { file_path: readme, old_string: 'no such line', new_string: 'x' }), call('read_file', { file_path: `${work}/missing.md` })),
      step('', call('grep_search', { pattern: 'format_amount', path: work }), call('no_such_tool', {})),
      step('', call('run_shell_command', { command: 'sleep 30', description: 'wait', is_background: true })),
      step('', call('agent', { description: 'find a function', prompt: 'Where is format_amount defined? Answer in one line.', subagent_type: 'Explore', run_in_background: false })),
      step('The README says now that amounts are held in cents.'),
    ],
  };
};
