import { bash, edit, read, step } from './_calls.mjs';

export default ({ work }) => {
  const reader = `${work}/ledger/reader.py`;
  const next = '        rows = csv.DictReader(file, skipinitialspace=True)\n        return [to_entry(row) for row in rows]\n';
  return {
    client: 'claude',
    prompt: 'In ledger/reader.py, let the reader accept blanks after the commas (skipinitialspace) and move the making of an Entry from a row into a function of its own.',
    replies: [
      step("I'll look at the reader and who uses it.", read(reader), bash('grep -rn "read_entries\\|Entry(" --include=*.py .', 'Find users of the reader')),
      step('Now the change.', edit(reader, '        return [\n            Entry(row["date"], row["account"], parse_amount(row["amount"]), row["memo"]) for row in csv.DictReader(file)\n        ]\n', next)),
      step('The line breaks were different. Again.', edit(reader, '        return [Entry(row["date"], row["account"], parse_amount(row["amount"]), row["memo"])\n            for row in csv.DictReader(file)]\n', next)),
      step('Perhaps the quotes.', edit(reader, "        return [\n            Entry(row['date'], row['account'], parse_amount(row['amount']), row['memo'])\n            for row in csv.DictReader(file)\n        ]\n", next)),
      step('Perhaps the indentation is with tabs.', edit(reader, '\t\treturn [\n\t\t\tEntry(row["date"], row["account"], parse_amount(row["amount"]), row["memo"])\n\t\t\tfor row in csv.DictReader(file)\n\t\t]\n', next)),
      step('Let me see whether the tests still run.', bash('python3 -m unittest 2>&1 | tail -4', 'Run the tests')),
      step('One more attempt with the encoding written out differently.', edit(reader, '    with open(path, newline="", encoding="utf8") as file:\n        return [\n', '    with open(path, newline="", encoding="utf8") as file:\n        rows = csv.DictReader(file, skipinitialspace=True)\n        return [\n')),
      step('', bash('git status --short', 'See what has changed')),
      step('I could not make this change. Five edits of `ledger/reader.py` were refused because the text I gave was not in the file, and I stop here instead of guessing on. Nothing has been changed; the tests pass as before.'),
    ],
  };
};
