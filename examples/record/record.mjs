#!/usr/bin/env node
// Records example sessions: runs the real client against the scripted mock and keeps the transcript it writes.
//   node record.mjs [name …]        without names: every script in scripts/
// See README.md for what it needs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn, execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { clients as others } from './clients.mjs';
import { Mock } from './mock.mjs';
import { withoutClientPrompt, withoutClientText } from './redact.mjs';
import { chatClients, chatTranscripts } from './chat-clients.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const home = path.resolve(process.env.FAIRLEAD_RECORD_HOME ?? path.join(os.tmpdir(), 'ledger-recording'));
const work = path.join(home, 'ledger');
const target = path.resolve(process.env.FAIRLEAD_RECORD_TARGET ?? path.join(here, '..', 'sessions'));
const clients = (process.env.FAIRLEAD_CLIENTS ?? '').split(path.delimiter).filter(Boolean);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

function find(program) {
  const places = [...clients, ...(process.env.PATH ?? '').split(path.delimiter)];
  const found = places.map((p) => path.join(p, program)).find((p) => fs.existsSync(p));
  if (!found) throw new Error(`${program} is neither in FAIRLEAD_CLIENTS nor on PATH`);
  return found;
}

function emptyFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const entry of fs.readdirSync(folder)) fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
}

function freshWork(script) {
  const marker = path.join(home, '.recording-home');
  if (fs.existsSync(home) && !fs.existsSync(marker) && fs.readdirSync(home).length) {
    throw new Error(`${home} is in use: give an empty folder in FAIRLEAD_RECORD_HOME`);
  }
  emptyFolder(home);
  fs.writeFileSync(marker, 'Emptied at every recording.\n');
  fs.cpSync(path.join(here, 'ledger'), work, { recursive: true });
  fs.writeFileSync(path.join(work, '.gitignore'), '__pycache__/\n');
  script.prepare?.(work);
  const stamp = '2024-05-02T09:00:00Z';
  const env = { ...process.env, HOME: home, GIT_AUTHOR_DATE: stamp, GIT_COMMITTER_DATE: stamp };
  const git = (...a) => execFileSync('git', a, { cwd: work, env, stdio: 'pipe' });
  fs.writeFileSync(path.join(home, '.gitconfig'), '[user]\n\tname = Dev\n\temail = dev@example.org\n[init]\n\tdefaultBranch = main\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'Ledger with balances');
}

function environment(extra) {
  const folders = [path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'];
  return { HOME: home, PATH: [...new Set(folders)].join(path.delimiter), LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', ...extra };
}

function claudeCommand(script, port) {
  fs.mkdirSync(path.join(home, '.claude'), { recursive: true });
  fs.writeFileSync(path.join(home, '.claude', 'settings.json'), JSON.stringify({ permissions: { allow: script.allow ?? ['Bash', 'Read', 'Edit', 'Write'] } }, null, 1));
  fs.writeFileSync(path.join(home, '.claude.json'), JSON.stringify({
    hasCompletedOnboarding: true, theme: 'dark',
    projects: { [work]: { hasTrustDialogAccepted: true } },
    customApiKeyResponses: { approved: ['only-for-recording'], rejected: [] },
  }));
  const env = environment({
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`, ANTHROPIC_API_KEY: 'only-for-recording',
    DISABLE_AUTOUPDATER: '1', DISABLE_TELEMETRY: '1', DISABLE_ERROR_REPORTING: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_DISABLE_BUNDLED_SKILLS: '1',
    TERM: script.terminal ? 'xterm-256color' : 'dumb', ...script.env,
  });
  const args = ['--model', script.model ?? 'claude-sonnet-4-5', ...(script.arguments ?? [])];
  return script.terminal
    ? { command: 'python3', args: [path.join(here, 'terminal.py'), find('claude'), ...args, script.prompt], env }
    : { command: find('claude'), args: ['-p', script.prompt, ...args], env };
}

function codexCommand(script, port) {
  const folder = path.join(home, '.codex');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'config.toml'), `
model = "${script.model ?? 'gpt-5.5'}"
model_provider = "mock"
check_for_update_on_startup = false
approval_policy = "never"
sandbox_mode = "danger-full-access"
[model_providers.mock]
name = "mock"
base_url = "http://127.0.0.1:${port}/v1"
env_key = "MOCK_API_KEY"
wire_api = "responses"
request_max_retries = 0
stream_max_retries = 0
[analytics]
enabled = false
[feedback]
enabled = false
[projects."${work}"]
trust_level = "trusted"
`);
  const env = environment({ CODEX_HOME: folder, MOCK_API_KEY: 'only-for-recording', TERM: 'dumb', RUST_LOG: 'error', ...script.env });
  return { command: find('codex'), args: ['exec', ...(script.arguments ?? []), script.prompt], env };
}

/** The transcripts below a folder, the conversation's own one first. */
function transcripts(folder, pattern = /\.(jsonl|meta\.json)$/) {
  return fs.readdirSync(folder, { recursive: true }).filter((f) => pattern.test(f)).sort((a, b) => a.split(path.sep).length - b.split(path.sep).length);
}

function keep(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  const text = fs.readFileSync(from, 'utf8');
  fs.writeFileSync(to, from.endsWith('.jsonl') ? withoutClientText(text) : from.endsWith('.messages.json') ? withoutClientPrompt(text) : text);
  console.log(`  ${path.relative(target, to)}  ${fs.statSync(to).size} bytes`);
}

function keepTranscripts(name, client) {
  if (client in chatClients) {
    chatTranscripts({ home, name, client, find, environment, keep: (from, to) => keep(from, path.join(target, to)) });
    return;
  }
  if (others[client]) {
    const folder = path.join(home, ...others[client].keeps);
    for (const [i, file] of transcripts(folder, /(?<!runtime)\.(jsonl|messages\.json)$/).entries()) {
      const ending = file.endsWith('.jsonl') ? 'jsonl' : 'json';
      keep(path.join(folder, file), path.join(target, others[client].folder, `${name}${i ? `-${i + 1}` : ''}.${ending}`));
    }
    return;
  }
  if (client === 'codex') {
    const folder = path.join(home, '.codex', 'sessions');
    for (const [i, file] of transcripts(folder).entries()) keep(path.join(folder, file), path.join(target, 'codex', i ? `${name}-${i + 1}.jsonl` : `${name}.jsonl`));
    return;
  }
  const projects = path.join(home, '.claude', 'projects');
  const folder = path.join(projects, fs.readdirSync(projects)[0]);
  const files = transcripts(folder);
  const session = path.basename(files[0], '.jsonl');
  fs.rmSync(path.join(target, 'claude-code', name), { recursive: true, force: true });
  for (const file of files) keep(path.join(folder, file), path.join(target, 'claude-code', file.replace(session, name)));
}

const unused = (mock) => mock.main.replies.length - mock.main.next;

/** Ends the client and the commands it runs; it leads a process group of its own. */
function end(child, signal) {
  try { process.kill(-child.pid, signal); } catch { /* has ended */ }
}

async function record(name) {
  const make = (await import(pathToFileURL(path.join(here, 'scripts', `${name}.mjs`)))).default;
  const script = make({ work, home });
  freshWork(script);
  const mock = new Mock({ name, ...script });
  const port = await mock.listen();
  const chat = chatClients[script.client];
  const other = others[script.client];
  const { command, args, env } = other ? other.command({ script, port, home, here, work, find, environment })
    : chat ? chat({ home, work, script, port, find, environment })
    : (script.client === 'codex' ? codexCommand : claudeCommand)(script, port);
  if (other?.before) execFileSync(command, other.before({ port }), { cwd: work, env, stdio: 'ignore', timeout: 60_000 });
  console.log(name);
  const log = fs.openSync(path.join(home, '.recording.log'), 'w');
  const child = spawn(command, args, { cwd: work, env, stdio: [script.terminal ? 'pipe' : 'ignore', log, log], detached: true });
  const type = async (keys) => {
    for (const k of keys ?? []) {
      if (typeof k === 'number') await sleep(k);
      else if (child.exitCode === null) child.stdin.write(JSON.stringify(k) + '\n');
    }
  };
  mock.on('thinking', (reply) => type(reply.keysWhileThinking));
  mock.on('holding', (reply) => type(reply.keysWhileHolding));
  mock.on('served', (reply) => type(reply.keys));
  if (script.terminal) type(script.keysAtStart);
  const limit = setTimeout(() => end(child, 'SIGTERM'), (script.seconds ?? 180) * 1000);
  if (script.killAfterLastReply) mock.on('served', async () => { if (!unused(mock)) { await sleep(script.killAfterLastReply); end(child, 'SIGKILL'); } });
  const code = await new Promise((done) => child.on('exit', (c, s) => done(c ?? s)));
  clearTimeout(limit);
  end(child, 'SIGTERM'); // some leave a helper process behind
  await mock.close();
  if (process.env.FAIRLEAD_RECORD_REQUESTS) fs.writeFileSync(process.env.FAIRLEAD_RECORD_REQUESTS, JSON.stringify(mock.requests, null, 1));
  const left = unused(mock);
  console.log(`  ended with ${code}, ${mock.requests.length} requests${left ? `, ${left} replies NOT used` : ''}`);
  keepTranscripts(name, script.client);
}

const names = process.argv.slice(2);
const all = fs.readdirSync(path.join(here, 'scripts')).filter((f) => f.endsWith('.mjs') && !f.startsWith('_')).map((f) => f.slice(0, -4));
for (const name of names.length ? names : all) await record(name);
