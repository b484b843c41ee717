#!/usr/bin/env node
// Checks the recorded transcripts: JSON in every line, calls and results belong together, times run forward,
// and nothing in them tells on which machine they were recorded.
//   node check.mjs [folder]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'sessions'));
const files = fs.readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('.jsonl')).sort();
let faults = 0;
const fault = (file, line, text) => { faults++; console.log(`${file}:${line}: ${text}`); };

const FOREIGN_PATH = /(?<![\w.~/<-])\/(?:root|srv|usr\/local|opt|work|Users|mnt|home\/(?!dev\b)[a-z])[\w./-]*/;
const HOST = /\bhttps?:\/\/(?!127\.0\.0\.1)[^\s"\\]+/;
const SECRET = /sk-[A-Za-z0-9-]{16,}|only-for-recording|BEGIN [A-Z ]*PRIVATE KEY|gh[pos]_[A-Za-z0-9]{20,}/;

for (const file of files) {
  const lines = fs.readFileSync(path.join(folder, file), 'utf8').split('\n');
  if (lines.pop() !== '') fault(file, lines.length + 1, 'no line end at the end');
  const calls = new Map();
  const results = new Set();
  let last = 0;
  let end = 0;
  lines.forEach((text, i) => {
    const line = i + 1;
    let record;
    try { record = JSON.parse(text); } catch { return fault(file, line, 'not JSON'); }
    for (const [what, pattern] of [['path', FOREIGN_PATH], ['host', HOST], ['secret', SECRET]]) {
      const found = pattern.exec(text);
      if (found) fault(file, line, `${what} ${found[0]}`);
    }
    const time = Date.parse(record.timestamp ?? '');
    if (time && record.attachment?.type !== 'queued_command') { // that one bears the time at which it was queued
      if (time < last - 2000) fault(file, line, 'time runs backwards');
      last = Math.max(last, time);
    }
    const blocks = Array.isArray(record.message?.content) && ['user', 'assistant'].includes(record.type) ? record.message.content : [];
    for (const b of blocks) {
      if (b.type === 'tool_use') calls.set(b.id, line);
      if (b.type === 'tool_result') results.add(b.tool_use_id) && (end = line);
    }
    if (record.type === 'response_item') {
      const p = record.payload;
      if (/_call$/.test(p.type)) calls.set(p.call_id, line);
      if (/_call_output$/.test(p.type)) results.add(p.call_id) && (end = line);
    }
  });
  for (const [id, line] of calls) {
    if (results.has(id)) continue;
    if (line > end) console.log(`${file}:${line}: cut off, the last call ${id} has no result`);
    else fault(file, line, `call ${id} without a result`);
  }
  for (const id of results) if (!calls.has(id)) fault(file, 0, `result of the unknown call ${id}`);
  console.log(`${file}: ${lines.length} lines, ${calls.size} calls`);
}
console.log(faults ? `${faults} faults` : 'no faults');
process.exit(faults ? 1 : 0);
