import { exec, patch, step } from './_calls.mjs';

const BEGIN = '*** Begin Patch\n';
const END = '*** End Patch\n';

export default () => ({
  client: 'codex',
  prompt: 'The balance of food in data/2024-03.csv comes out as -43.15 but it should be -42.85. Please find out why, fix it and add a test.',
  replies: [
    { think: '**Reproducing the balance**\n\nThe sum is off by 30 cents, so the text of negative amounts is the first suspect.', say: "I'll reproduce the wrong balance and look at how the project is laid out.", calls: [exec('git log --oneline && git ls-files'), exec('python3 -m ledger balance data/2024-03.csv')] },
    step('Reproduced. Now the code which turns amounts into text.', exec('cat ledger/amounts.py'), exec("sed -n '1,40p' ledger/report.py")),
    step('`format_amount` floors negative cents. Are there other divisions of cents?', exec('grep -rn "divmod" --include=*.py .'), exec('cat tests/test_amounts.py')),
    step('No others. First a test which shows the fault.', patch(`${BEGIN}*** Update File: tests/test_amounts.py
@@
     def test_format(self):
         self.assertEqual("12.50", format_amount(1250))
+
+    def test_format_negative(self):
+        self.assertEqual("-42.85", format_amount(-4285))
+
+    def test_format_less_than_one(self):
+        self.assertEqual("-0.50", format_amount(-50))
${END}`)),
    step('', exec('python3 -m unittest')),
    step('Both new tests fail as they should. Now the fix.', patch(`${BEGIN}*** Update File: ledger/amounts.py
@@
 def format_amount(cents):
     """Text of an amount with two digits after the point."""
-    return f"{cents // 100}.{cents % 100:02d}"
+    sign = "-" if cents < 0 else ""
+    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"
${END}`)),
    step('', exec('python3 -m unittest')),
    step('All pass. The balance itself, and the change as a whole.', exec('python3 -m ledger balance data/2024-03.csv'), exec('git diff --stat')),
    step('The balance is -42.85 now. `format_amount` used `//` and `%` on negative cents, which round towards minus infinity; it formats the absolute value now and puts the sign in front. Two tests were added in `tests/test_amounts.py`; they failed before the fix, and all 9 tests pass now. Nothing is committed.'),
  ],
});
