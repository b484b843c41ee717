import { chat, step } from './_calls.mjs';

const { run, read, edit, write } = chat.opencode;

// One of each: every tool that works offline, each way in which a call can fail, and a sub-agent.
export default ({ work }) => ({
  client: 'opencode',
  prompt: 'The balance of food in data/2024-03.csv is off by 30 cents. Find out why, and fix it.',
  permission: { '*': 'allow', bash: { '*': 'allow', 'git push*': 'deny' } },
  aside: 'Ledger balance',
  helpers: [{
    prompt: 'Which other code divides cents?',
    replies: [
      step('', { tool: 'grep', args: { pattern: '//|divmod', path: `${work}/ledger` } }),
      step('Only `format_amount` in ledger/amounts.py.'),
    ],
  }],
  replies: [
    { think: 'The sum is off by 30 cents: the text of negative amounts is the first suspect.', say: 'I reproduce it first.', calls: [run('git log --oneline', 'See the history'), run('python3 -m ledger balance data/2024-03.csv', 'Reproduce')] },
    step('', read(`${work}/ledger/amounts.py`), read(`${work}/ledger/amount.py`), { tool: 'glob', args: { pattern: '**/test_*.py' } }),
    step('', { tool: 'todowrite', args: { todos: [{ content: 'Fix the sign of negative amounts', status: 'in_progress', priority: 'high' }] } }),
    step('Somebody else looks for more of the kind.', { tool: 'task', args: { description: 'Find divisions', prompt: 'Which other code divides cents?', subagent_type: 'general' } }),
    step('', edit(`${work}/ledger/amounts.py`, 'return cents // 100', 'return abs(cents) // 100')),
    step('', edit(`${work}/ledger/amounts.py`, '    return f"{cents // 100}.{cents % 100:02d}"', '    sign = "-" if cents < 0 else ""\n    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"')),
    step('', write(`${work}/tests/test_negative.py`, 'import unittest\n\nfrom ledger.amounts import format_amount\n\n\nclass NegativeTest(unittest.TestCase):\n    def test_negative(self):\n        self.assertEqual("-42.80", format_amount(-4285))\n')),
    step('', run('python3 -m unittest', 'Run the tests')),
    step('The new test is wrong.', edit(`${work}/tests/test_negative.py`, '-42.80', '-42.85'), run('python3 -m unittest 2>&1 | tail -3', 'Run the tests')),
    step('', { tool: 'bash', args: { command: 'sleep 20', description: 'Wait', timeout: 1000 } }),
    step('', run('git push', 'Push')),
    step('', { tool: 'deploy', args: { to: 'production' } }, { tool: 'read', args: { file: 'README.md' } }),
    step('', { tool: 'bash', rawArgs: '{"command": "git status' }),
    step('', { tool: 'webfetch', args: { url: 'http://127.0.0.1:9/', format: 'text' } }),
    step('The balance is -42.85 now, and the tests pass. I changed ledger/amounts.py, and added tests/test_negative.py.'),
  ],
});
