import { step } from './_calls.mjs';

const shell = (command, description) => ({ tool: 'run_shell_command', args: { command, description } });

export default ({ work }) => {
  const amounts = `${work}/ledger/amounts.py`;
  const call = (tool, args) => ({ tool, args });
  return {
    client: 'gemini',
    prompt: 'Say in the README that amounts are held in cents.',
    hooks: {
      SessionStart: { print: { hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: 'The main branch is protected.' } } },
      BeforeTool: { matcher: 'write_file', print: { decision: 'deny', reason: 'new files need a ticket' } },
      AfterTool: { matcher: 'replace', print: { hookSpecificOutput: { hookEventName: 'AfterTool', additionalContext: 'The README has a line limit of 120.' } } },
    },
    helpers: [{ prompt: 'Where is format_amount defined', replies: [
      step('', shell('grep -n format_amount ledger/amounts.py', 'find it')),
      step('', call('complete_task', { result: { response: 'In ledger/amounts.py.' } })),
    ] }],
    replies: [
      { think: 'First a look at what is there.', say: 'I look at the files.', calls: [shell('ls && cat README.md', 'list files'), call('read_file', { file_path: amounts })] },
      step('Now the line in the README.', call('replace', { file_path: `${work}/README.md`, instruction: 'say that amounts are cents', old_string: 'Amounts are whole cents inside the program.', new_string: 'Amounts are held in cents, as whole numbers.' })),
      step('', call('write_file', { file_path: `${work}/NOTES.md`, content: 'Amounts are held in cents.\n' })),
      step('', shell('python3 -m unittest tests.test_missing 2>&1 | tail -1; exit 3', 'run a test that is not there')),
      step('', call('replace', { file_path: `${work}/README.md`, instruction: 'nothing', old_string: 'no such line', new_string: 'x' })),
      step('', call('grep_search', { pattern: 'format_amount', dir_path: work }), call('write_todos', { todos: [{ description: 'README', status: 'completed' }] })),
      step('', call('invoke_agent', { agent_name: 'generalist', prompt: 'Where is format_amount defined? Answer in one line.' })),
      step('The README says now that amounts are held in cents.'),
    ],
  };
};
