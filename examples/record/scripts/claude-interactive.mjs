import fs from 'node:fs';
import path from 'node:path';
import { bash, edit, read, step } from './_calls.mjs';

// A picture of 3 by 3 red points.
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==';
const ENTER = '\r';
const ESCAPE = '\x1b';

export default ({ work }) => {
  const readme = `${work}/README.md`;
  const task = 'Find every place in this repository where amounts are turned into text or back. Report file and line for each and nothing else.';
  return {
    client: 'claude',
    terminal: true,
    seconds: 150,
    allow: ['Read', 'Edit', 'Bash(git status:*)', 'Bash(grep:*)', 'Bash(python3 -m unittest:*)'],
    prompt: 'Have a look at docs/balance.png and at how amounts are formatted, then document the format in the README.',
    prepare(folder) {
      fs.mkdirSync(path.join(folder, 'docs'));
      fs.writeFileSync(path.join(folder, 'docs', 'balance.png'), Buffer.from(PICTURE, 'base64'));
    },
    asideIf: [{ when: /create a detailed summary/, say: '<analysis>The person wants the format of amounts documented in the README.</analysis>\n<summary>\n1. Request: document the format of amounts in README.md, keep it to one paragraph, no push.\n2. Done: picture and code read, one paragraph added to README.md.\n3. Refused by the person: git push.\n4. Open: run the tests.\n</summary>' }],
    helpers: [{
      prompt: task,
      replies: [
        step('', bash('grep -rn "parse_amount\\|format_amount" --include=*.py .', 'Find uses of the two functions')),
        step('', read(`${work}/ledger/amounts.py`)),
        step('- ledger/amounts.py:4 parse_amount\n- ledger/amounts.py:12 format_amount\n- ledger/reader.py:20 uses parse_amount\n- ledger/report.py:26 uses format_amount'),
      ],
    }],
    replies: [
      step('First the picture and the README.', read(`${work}/docs/balance.png`), read(readme)),
      step('For the code I ask a helper to collect the places.', { tool: 'Agent', args: { description: 'Find amount formatting', prompt: task, subagent_type: 'Explore', run_in_background: false } }),
      { ...step('Two functions matter. I add a paragraph to the README.', edit(readme, 'Amounts are whole cents inside the program.\n', 'Amounts are whole cents inside the program. In files and reports they have two digits after the point, such as 12.50.\n')), pause: 5000, keysWhileThinking: [1500, 'Keep it to one paragraph, please.', 400, ENTER] },
      { ...step('One paragraph it is. Now I publish it.', bash('git commit -am "Describe the format of amounts" && git push origin main', 'Commit and push')), keys: [3000, ESCAPE, 1500, 'No commit and no push, please. I do that myself.', 400, ENTER] },
      step('Understood, I neither commit nor push. I check the state of the work tree.', bash('git status --short', 'Show what has changed')),
      { ...step('The README describes the format now; it is neither committed nor pushed.'), keys: [1500, '/compact', 600, ENTER, 5000, 'Is there anything else to say about double-entry bookkeeping in the README?', 400, ENTER] },
      { ...step('I will rewrite all of the README now, beginning with a longer introduction to double-entry bookkeeping and'), hold: 8000, keysWhileHolding: [2000, ESCAPE, 1500, 'Stop. One paragraph is enough. Just run the tests.', 400, ENTER] },
      step('Only the tests then.', bash('python3 -m unittest 2>&1 | tail -3', 'Run the tests')),
      { ...step('All 7 tests pass. The README has the one paragraph about amounts.'), keys: [1500, '/exit', 600, ENTER] },
    ],
  };
};
