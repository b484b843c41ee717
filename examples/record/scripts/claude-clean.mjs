import { bash, edit, read, step } from './_calls.mjs';

export default ({ work }) => {
  const amounts = `${work}/ledger/amounts.py`;
  const tests = `${work}/tests/test_amounts.py`;
  return {
    client: 'claude',
    prompt: 'The balance of food in data/2024-03.csv comes out as -43.15 but it should be -42.85. Please find out why, fix it and add a test.',
    replies: [
      { think: 'The sum is off by 30 cents. I should look at the code before guessing.', say: "I'll start by looking at the project and reproducing the wrong balance.", calls: [bash('git log --oneline && git ls-files', 'List history and files'), bash('python3 -m ledger balance data/2024-03.csv', 'Reproduce the wrong balance')] },
      step('Reproduced. Now the code which turns amounts into text and back.', read(amounts), read(`${work}/ledger/report.py`)),
      step('The suspect is `format_amount`: floor division of a negative number rounds away from zero, so -4285 becomes -43 and 15. Let me check who else formats amounts, and whether anything relies on the `//` behaviour.', bash('grep -rn "format_amount" --include=*.py .', 'Find users of format_amount'), bash('grep -rn "divmod" --include=*.py .', 'Look for other divisions of cents')),
      step('No other divisions. I will write the test first, so that it shows the fault.', read(tests)),
      step('', edit(tests, '        self.assertEqual("12.50", format_amount(1250))\n', '        self.assertEqual("12.50", format_amount(1250))\n\n    def test_format_negative(self):\n        self.assertEqual("-42.85", format_amount(-4285))\n\n    def test_format_less_than_one(self):\n        self.assertEqual("-0.50", format_amount(-50))\n')),
      step('', bash('python3 -m unittest 2>&1', 'Run the tests')),
      step('Both new tests fail as expected. Now the fix: format the absolute value and put the sign in front.', edit(amounts, '    return f"{cents // 100}.{cents % 100:02d}"\n', '    sign = "-" if cents < 0 else ""\n    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"\n')),
      step('', bash('python3 -m unittest 2>&1', 'Run the tests')),
      step('All nine pass. Last, the balance the question was about, and the change as a whole.', bash('python3 -m ledger balance data/2024-03.csv', 'Check the balance'), bash('git diff --stat', 'Summarise the change')),
      step('The balance is now -42.85.\n\n- Cause: `format_amount` in `ledger/amounts.py` used `//` and `%` on negative cents; these round towards minus infinity, so -4285 was printed as -43.15.\n- Fix: the absolute value is formatted and the sign put in front.\n- Tests: two added in `tests/test_amounts.py` (-42.85 and -0.50). They failed before the fix; all 9 tests pass now.\n\nThe sums themselves were right, only their text was wrong. I have not committed anything.'),
    ],
  };
};
