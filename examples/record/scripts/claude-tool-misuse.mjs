import fs from 'node:fs';
import path from 'node:path';
import { bash, edit, read, step } from './_calls.mjs';

export default ({ work }) => {
  const report = `${work}/ledger/report.py`;
  const main = `${work}/ledger/__main__.py`;
  const tests = `${work}/tests/test_report.py`;
  return {
    client: 'claude',
    prompt: 'Please add a "total" command to the ledger: python3 -m ledger total FILE prints the sum over all accounts. With a test.',
    prepare(folder) {
      const rows = ['date,account,amount,memo'];
      for (let i = 0; i < 14000; i++) rows.push(`20${10 + Math.floor(i / 1000)}-0${1 + (i % 9)}-1${i % 10},food,-${1 + (i % 90)}.${10 + (i % 90)},entry ${i}`);
      fs.writeFileSync(path.join(folder, 'data', 'archive.csv'), rows.join('\n') + '\n');
    },
    replies: [
      step('I know this kind of layout, so I will put the function into `report.py` straight away.', edit(report, 'def monthly(entries):', 'def total(entries):\n    """Cents of all accounts together."""\n    return sum(entry.cents for entry in entries)\n\n\ndef monthly(entries):')),
      step('I have to read it first.', read(`${work}/ledger/reports.py`)),
      step('The file is `report.py`, without the s.', read(report)),
      step('', edit(report, 'def balance(items):\n    """Cents per account."""', 'def total(items):\n    """Cents of all accounts together."""\n    return sum(item.cents for item in items)\n\n\ndef balance(items):\n    """Cents per account."""')),
      step('My text differs from the file. Again with a line that is surely there.', edit(report, '    totals = {}\n', '    totals = {}  # cents\n')),
      step('That occurs twice. With the line of the function name it is unique.', edit(report, 'def monthly(entries):', 'def total(entries):\n    """Cents of all accounts together."""\n    return sum(entry.cents for entry in entries)\n\n\ndef monthly(entries):')),
      step('Now the command line.', { tool: 'Read', args: { path: main } }),
      step('', read(main)),
      step('', edit(main, '("balance", "monthly")', '("balance", "monthly", "total")')),
      step('A quick formatting run over the package before I go on.', bash('blacken ledger/', 'Format the package')),
      step('There is no such formatter here; then without. The usage line by `sed`, the command itself by an edit.', bash("sed -i 's/balance|monthly FILE/balance|monthly|total FILE/' ledger/__main__.py", 'Adjust the usage line'), edit(main, '        print("usage: python3 -m ledger balance|monthly FILE", file=sys.stderr)\n        return 2\n', '        print("usage: python3 -m ledger balance|monthly FILE", file=sys.stderr)\n        return 64\n')),
      step('My own `sed` has changed the file in between, so I read it again.', read(main)),
      step('', edit(main, '    for month, totals in sorted', '    if arguments[0] == "total":\n        print(report.format_amount(report.total(entries)))\n        return 0\n    for month, totals in sorted')),
      step('Let me look for other places which list the commands.', { tool: 'SearchFiles', args: { pattern: 'monthly', path: work } }),
      step('', bash('grep --recursive-all "monthly" --include=*.py --include=*.md .', 'Search for places that list the commands')),
      step('', bash('grep -rn "monthly" --include=*.py --include=*.md .', 'Search for places that list the commands')),
      step('Now a test, and some real data to check the sum with.', read(tests), read(`${work}/data/archive.csv`)),
      step('The archive is too large to read as a whole; the March file will do.', { tool: 'Edit', args: { file_path: tests, old_string: 'from ledger.report import balance, lines, monthly' } }),
      step('', edit(tests, 'from ledger.report import balance, lines, monthly', 'from ledger.report import balance, lines, monthly, total')),
      step('', edit(tests, '    def test_monthly(self):', '    def test_total(self):\n        self.assertEqual(-174235, total(ENTRIES))\n\n    def test_monthly(self):')),
      step('', bash('python3 -m unittest 2>&1 && python3 -m ledger total data/2024-03.csv', 'Run the tests and the new command', { timeout: 'long' })),
      step('', bash('python3 -m unittest 2>&1 && python3 -m ledger total data/2024-03.csv', 'Run the tests and the new command')),
      step('`python3 -m ledger total FILE` works: for March it prints 1207.15. The function is `total` in `ledger/report.py`, the command is in `ledger/__main__.py`, and `tests/test_report.py` has a test for it. All 8 tests pass.'),
    ],
  };
};
