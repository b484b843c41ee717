// How the clients with a model of one's choice are started: their settings, their command and where they keep the
// transcripts. Each hook that a script asks for is a command that prints its answer.
import fs from 'node:fs';
import path from 'node:path';

function settings(file, object) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(object, null, 1));
}

/** Hooks as Gemini CLI and Qwen Code know them: { event: { matcher, print } }. */
function hooks(home, wanted = {}) {
  return Object.fromEntries(Object.entries(wanted).map(([event, { matcher, print }]) => {
    const answer = path.join(home, `.hook-${event}.json`);
    fs.writeFileSync(answer, JSON.stringify(print));
    return [event, [{ ...(matcher ? { matcher } : {}), hooks: [{ name: event, type: 'command', command: `cat ${answer}`, timeout: 10_000 }] }]];
  }));
}

const KEY = 'only-for-recording';

export const clients = {
  gemini: {
    folder: 'gemini-cli', keeps: ['.gemini', 'tmp'],
    command({ script, port, home, find, environment }) {
      settings(path.join(home, '.gemini', 'settings.json'), {
        security: { auth: { selectedType: 'gemini-api-key' }, folderTrust: { enabled: false } }, privacy: { usageStatisticsEnabled: false },
        general: { enableAutoUpdate: false, enableAutoUpdateNotification: false }, model: { name: 'gemini-2.5-pro', ...script.modelSettings },
        hooksConfig: { enabled: true }, hooks: hooks(home, script.hooks),
      });
      const env = environment({ GEMINI_API_KEY: KEY, GOOGLE_GEMINI_BASE_URL: `http://127.0.0.1:${port}`, GEMINI_CLI_TRUST_WORKSPACE: 'true', NO_COLOR: '1', TERM: 'dumb', ...script.env });
      return { command: find('gemini'), args: ['-p', script.prompt, '--approval-mode', 'yolo', ...(script.arguments ?? [])], env };
    },
  },
  qwen: {
    folder: 'qwen-code', keeps: ['.qwen', 'projects'],
    command({ script, port, home, find, environment }) {
      settings(path.join(home, '.qwen', 'settings.json'), {
        security: { auth: { selectedType: 'openai' }, folderTrust: { enabled: false } }, privacy: { usageStatisticsEnabled: false },
        general: { enableAutoUpdate: false, disableAutoUpdate: true, disableUpdateNag: true }, model: { name: 'model-a', ...script.modelSettings },
        hooks: hooks(home, script.hooks),
      });
      const env = environment({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_MODEL: 'model-a', NO_COLOR: '1', TERM: 'dumb', ...script.env });
      return { command: find('qwen'), args: ['-p', script.prompt, '--approval-mode', 'yolo', ...(script.arguments ?? [])], env };
    },
  },
  pi: {
    folder: 'pi', keeps: ['.pi', 'agent', 'sessions'],
    command({ script, port, home, here, find, environment }) {
      settings(path.join(home, '.pi', 'agent', 'settings.json'), { ...script.settings });
      settings(path.join(home, '.pi', 'agent', 'models.json'), { providers: { own: {
        baseUrl: `http://127.0.0.1:${port}/v1`, api: 'openai-completions', apiKey: KEY,
        models: [{ id: 'model-a', contextWindow: 200_000, maxTokens: 8_192, reasoning: true }],
      } } });
      const env = environment({ PI_OFFLINE: '1', PI_TELEMETRY: '0', PI_SKIP_VERSION_CHECK: '1', NO_COLOR: '1', TERM: 'dumb', ...script.env });
      const extension = script.extension ? ['-e', path.join(here, script.extension)] : [];
      return { command: find('pi'), args: ['-p', '--offline', '--provider', 'own', '--model', 'model-a', ...extension, '--approve', ...(script.arguments ?? []), script.prompt], env };
    },
  },
  cline: {
    folder: 'cline', keeps: ['.cline', 'data', 'sessions'],
    before: ({ port }) => ['auth', '-p', 'openai-compatible', '-k', KEY, '-m', 'model-a', '-b', `http://127.0.0.1:${port}/v1`],
    command({ script, home, work, find, environment }) {
      const folder = path.join(home, '.cline', 'hooks');
      fs.mkdirSync(folder, { recursive: true });
      for (const [event, print] of Object.entries(script.hooks ?? {})) {
        fs.writeFileSync(path.join(folder, event), `#!/bin/sh\ncat <<'END'\n${JSON.stringify(print)}\nEND\n`, { mode: 0o755 });
      }
      const env = environment({ CLINE_TELEMETRY_DISABLED: '1', CLINE_NO_AUTO_UPDATE: '1', DO_NOT_TRACK: '1', NO_COLOR: '1', TERM: 'dumb', ...script.env });
      return { command: find('cline'), args: ['-c', work, '-P', 'openai-compatible', '-k', KEY, '-m', 'model-a', '--json', '--hooks-dir', folder, ...(script.arguments ?? []), script.prompt], env };
    },
  },
};
