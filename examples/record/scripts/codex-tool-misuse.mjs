import fs from 'node:fs';
import path from 'node:path';
import { exec, patch, step } from './_calls.mjs';

const BEGIN = '*** Begin Patch\n';
const END = '*** End Patch\n';
const sessionOf = (output) => Number(/session ID (\d+)/.exec(output)?.[1] ?? 0);

export default () => {
  let session;
  const poll = (say) => (output) => {
    session = sessionOf(output) || session;
    return step(say, { tool: 'write_stdin', args: { session_id: session, chars: '', yield_time_ms: 5000 } });
  };
  const failing = exec('python3 -m ledger balance data/2024-04.csv');
  return {
    client: 'codex',
    prompt: 'Run the long consistency check (python3 checks/consistency.py). Then make the reader skip entries whose amount is not a number; data/2024-04.csv has one.',
    prepare(folder) {
      fs.mkdirSync(path.join(folder, 'checks'));
      fs.writeFileSync(path.join(folder, 'checks', 'consistency.py'), `"""Reads every ledger file line by line; takes its time."""

import glob
import sys
import time

for number, path in enumerate(sorted(glob.glob("data/*.csv")) * 6, 1):
    with open(path, encoding="utf-8") as file:
        rows = sum(1 for _ in file) - 1
    print(f"{number:2} {path}: {rows} rows", flush=True)
    time.sleep(1.8)
print("consistent", flush=True)
sys.exit(0)
`);
    },
    replies: [
      step("I'll start the check; it may take a while.", exec('python3 checks/consistency.py', { yield_time_ms: 3000 })),
      poll('It is running. I wait for it.'),
      poll(''),
      poll('Still running, with progress.'),
      poll(''),
      step('The check has ended well. Now the crash of April.', failing),
      step('', failing),
      step('Let me run it again.', failing),
      step('Again.', failing),
      step('Once more, maybe it goes through now.', failing),
      step('It fails every time; the reader needs a change.', patch(`${BEGIN}*** Update File: ledger/reader.py
@@
 def read_entries(path):
     with open(path) as file:
-        return [Entry.from_row(row) for row in csv.DictReader(file)]
+        return [Entry.from_row(row) for row in csv.DictReader(file) if row["amount"] != "n/a"]
${END}`)),
      step('The context did not fit. With less of it.', patch(`${BEGIN}*** Update File: ledger/reader.py
@@
-        rows = list(csv.DictReader(file))
+        rows = [row for row in csv.DictReader(file) if row["amount"] != "n/a"]
${END}`)),
      step('I should look at the file with a pager that numbers lines.', exec('batcat ledger/reader.py')),
      step('', exec('cat -n ledger/reader.py')),
      step('', exec('git diff --only-names')),
      step('Now I have the exact text.', patch(`${BEGIN}*** Update File: ledger/reader.py
@@
+def is_amount(text):
+    try:
+        parse_amount(text)
+    except ValueError:
+        return False
+    return True
+
+
 def read_entries(path):
     with open(path, newline="", encoding="utf-8") as file:
         return [
             Entry(row["date"], row["account"], parse_amount(row["amount"]), row["memo"])
             for row in csv.DictReader(file)
+            if is_amount(row["amount"])
         ]
${END}`)),
      step('', exec('python3 -m ledger balance data/2024-04.csv && python3 -m unittest 2>&1')),
      step('The consistency check ended well. The reader skips entries whose amount is not a number; the balance of April is printed and the 7 tests pass. I have not added a test for the skipping.'),
    ],
  };
};
