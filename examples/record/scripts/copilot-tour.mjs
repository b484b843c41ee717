import { chat, step } from './_calls.mjs';

const { run, view, edit, create } = chat.copilot;
const told = 'cat >/dev/null; printf ';

// One of each: every tool that works offline, each way in which a call can fail, hooks that speak, and a sub-agent.
export default ({ work }) => ({
  client: 'copilot',
  prompt: 'The balance of food in data/2024-03.csv is off by 30 cents. Find out why, and fix it.',
  hooks: {
    sessionStart: [{ type: 'command', bash: `${told}'{"additionalContext":"The tests run with python3 -m unittest."}'` }],
    preToolUse: [{ type: 'command', bash: `grep -q 'git push' && printf '{"permissionDecision":"deny","permissionDecisionReason":"nothing is pushed from here"}' || true` }],
    postToolUse: [{ type: 'command', bash: `grep -q 'git log' && printf '{"additionalContext":"The history was rewritten in May."}' || true` }],
    agentStop: [{ type: 'command', bash: `grep -q '"stop_hook_active":true' && exit 0; [ -e ../stopped ] && exit 0; touch ../stopped; printf '{"decision":"block","reason":"Say which files you changed."}'` }],
  },
  helpers: [{
    prompt: 'Which other code divides cents?',
    replies: [
      step('', { tool: 'grep', args: { pattern: '//|divmod', paths: `${work}/ledger`, output_mode: 'content' } }),
      step('Only `format_amount` in ledger/amounts.py.'),
    ],
  }],
  replies: [
    { think: 'The sum is off by 30 cents: the text of negative amounts is the first suspect.', say: 'I reproduce it first.', calls: [run('git log --oneline', 'See the history'), run('python3 -m ledger balance data/2024-03.csv', 'Reproduce')] },
    step('', view(`${work}/ledger/amounts.py`), view(`${work}/ledger/amount.py`), { tool: 'glob', args: { pattern: '**/test_*.py' } }),
    step('', { tool: 'sql', args: { description: 'Plan', query: "INSERT INTO todos (id, title) VALUES ('fix', 'Fix the sign of negative amounts')" } }),
    step('Somebody else looks for more of the kind.', { tool: 'task', args: { description: 'Find divisions', prompt: 'Which other code divides cents?', agent_type: 'explore', name: 'divisions', mode: 'sync' } }),
    step('', edit(`${work}/ledger/amounts.py`, 'return cents // 100', 'return abs(cents) // 100')),
    step('', edit(`${work}/ledger/amounts.py`, '    return f"{cents // 100}.{cents % 100:02d}"', '    sign = "-" if cents < 0 else ""\n    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"')),
    step('', create(`${work}/tests/test_negative.py`, 'import unittest\n\nfrom ledger.amounts import format_amount\n\n\nclass NegativeTest(unittest.TestCase):\n    def test_negative(self):\n        self.assertEqual("-42.80", format_amount(-4285))\n')),
    step('', run('python3 -m unittest', 'Run the tests')),
    step('The new test is wrong.', edit(`${work}/tests/test_negative.py`, '-42.80', '-42.85'), run('python3 -m unittest 2>&1 | tail -3', 'Run the tests')),
    step('', { tool: 'bash', args: { command: 'sleep 20; echo late', description: 'Wait', mode: 'async', shellId: 'slow' } }),
    step('', { tool: 'read_bash', args: { shellId: 'slow', delay: 1 } }, { tool: 'list_bash', args: {} }),
    step('', { tool: 'stop_bash', args: { shellId: 'slow' } }),
    step('', run('git push', 'Push')),
    step('', { tool: 'deploy', args: { to: 'production' } }, { tool: 'view', args: { file: 'README.md' } }),
    step('', { tool: 'bash', rawArgs: '{"command": "git status' }),
    step('The balance is -42.85 now, and the tests pass.'),
    step('I changed ledger/amounts.py, and added tests/test_negative.py.'),
  ],
});
