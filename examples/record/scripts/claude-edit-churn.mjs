import fs from 'node:fs';
import path from 'node:path';
import { bash, edit, read, step } from './_calls.mjs';

export default ({ work }) => {
  const amounts = `${work}/ledger/amounts.py`;
  const first = '    return f"{cents // 100}.{cents % 100:02d}"\n';
  const second = '    return f"{cents / 100:.2f}"\n';
  const third = '    return f"{cents / 100:,.2f}"\n';
  const tests = bash('python3 -m unittest 2>&1 | tail -12', 'Run the tests');
  return {
    client: 'claude',
    prompt: 'Amounts of a thousand and more should be printed with a comma (2,100.00), but test_exact must stay as it is.',
    prepare(folder) {
      fs.writeFileSync(path.join(folder, 'tests', 'test_exact.py'), `import unittest

from ledger.amounts import format_amount


class ExactTest(unittest.TestCase):
    def test_exact(self):
        self.assertEqual("1000000.01", format_amount(100000001))

    def test_exact_for_very_large_amounts(self):
        self.assertEqual("90071992547409.93", format_amount(9007199254740993))


if __name__ == "__main__":
    unittest.main()
`);
    },
    replies: [
      step('First the code and the tests.', read(amounts), read(`${work}/tests/test_exact.py`)),
      step('Division and a format with a comma should do.', edit(amounts, first, third)),
      step('', tests),
      step('`test_exact` wants no comma. Back to the former line.', edit(amounts, third, first)),
      step('', tests),
      step('But then thousands have no comma. The format with a comma once more.', edit(amounts, first, third)),
      step('', tests),
      step('Fails again, of course. Going back.', edit(amounts, third, first)),
      step('', tests),
      step('Perhaps without the comma, by division only.', edit(amounts, first, second)),
      step('', tests),
      step('That rounds wrongly for very large amounts. Back.', edit(amounts, second, first)),
      step('', tests),
      step('Let me try the comma one more time.', edit(amounts, first, third)),
      step('', tests),
      step('No. Back to the original.', edit(amounts, third, first)),
      step('', tests, bash('git diff --stat', 'See what is left of the changes')),
      step('I have not found a way: `test_exact` requires `1000000.01` without a comma, which contradicts the wish. The file is as it was at the start, nothing has changed. Please tell me which of the two holds.'),
    ],
  };
};
