// The clients that speak the stream of chat completions: how they are started, and where their sessions lie.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

const write = (file, object) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(object, null, 1));
};

/** GitHub Copilot CLI, with a model of the person's own; its hooks are those that the script names. */
function copilot({ home, work, script, port, find, environment }) {
  write(path.join(home, '.copilot', 'config.json'), { trusted_folders: [work], autoUpdate: false });
  if (script.hooks) write(path.join(home, '.copilot', 'hooks', 'ledger.json'), { version: 1, hooks: script.hooks });
  const env = environment({
    COPILOT_OFFLINE: 'true', COPILOT_AUTO_UPDATE: 'false', COPILOT_PROVIDER_BASE_URL: `http://127.0.0.1:${port}/v1`,
    COPILOT_PROVIDER_TYPE: 'openai', COPILOT_PROVIDER_API_KEY: 'only-for-recording', COPILOT_PROVIDER_WIRE_API: 'completions',
    COPILOT_MODEL: script.model ?? 'gpt-5.1', TERM: 'dumb', NO_COLOR: '1', ...script.env,
  });
  const args = ['-p', script.prompt, '--allow-all-tools', '--disable-builtin-mcps', ...(script.arguments ?? [])];
  return { command: find('copilot'), args, env };
}

/** opencode, with a provider of the person's own. */
function opencode({ home, script, port, find, environment }) {
  write(path.join(home, '.config', 'opencode', 'opencode.json'), {
    autoupdate: false, share: 'disabled', model: 'mock/mock-model', small_model: 'mock/mock-model', enabled_providers: ['mock'],
    permission: script.permission ?? { '*': 'allow' },
    provider: {
      mock: {
        npm: '@ai-sdk/openai-compatible', name: 'Mock', options: { baseURL: `http://127.0.0.1:${port}/v1`, apiKey: 'only-for-recording' },
        models: { 'mock-model': { name: 'Mock', tool_call: true, reasoning: true, limit: { context: 200000, output: 8192 } } },
      },
    },
  });
  const env = environment({
    OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
    OPENCODE_DISABLE_LSP_DOWNLOAD: '1', TERM: 'dumb', ...script.env,
  });
  return { command: find('opencode'), args: ['run', ...(script.arguments ?? []), script.prompt], env };
}

export const chatClients = { copilot, opencode };

/** Hands each stored session to `keep`, with the name it is kept under. */
export function chatTranscripts({ home, name, client, find, environment, keep }) {
  if (client === 'copilot') {
    const folder = path.join(home, '.copilot', 'session-state');
    const sessions = fs.readdirSync(folder).filter((each) => fs.existsSync(path.join(folder, each, 'events.jsonl')));
    for (const [i, session] of sessions.entries()) {
      keep(path.join(folder, session, 'events.jsonl'), path.join('copilot-cli', i ? `${name}-${i + 1}.jsonl` : `${name}.jsonl`));
    }
    return;
  }
  const env = environment({ OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_DISABLE_AUTOUPDATE: '1', TERM: 'dumb' });
  const run = (...args) => execFileSync(find('opencode'), args, { cwd: path.join(home, 'ledger'), env, maxBuffer: 1 << 28 }).toString();
  const data = path.join(home, '.local', 'share', 'opencode');
  const sessions = JSON.parse(run('db', 'select id, parent_id from session order by time_created, id', '--format', 'json'));
  for (const [i, session] of sessions.entries()) {
    const file = path.join(home, `export-${i}.json`);
    fs.writeFileSync(file, run('export', session.id));
    keep(file, path.join('opencode', i ? `${name}-${i + 1}.json` : `${name}.json`));
  }
  run('db', 'pragma wal_checkpoint(truncate)');
  fs.cpSync(path.join(data, 'opencode.db'), path.join(home, 'opencode.db'));
  keep(path.join(home, 'opencode.db'), path.join('opencode', `${name}.db`));
}
