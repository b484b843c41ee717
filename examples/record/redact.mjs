// Takes the client's own long texts (system prompts, tool and skill descriptions) and its telemetry out of a transcript,
// and the name of the recording machine's kernel. Lines without any of these stay byte for byte as the client wrote them.
import os from 'node:os';

const KERNEL = os.release();
const note = (text) => `[${text.length} characters of the client's own text, left out of this recording]`;

// Claude Code: attachments which hold nothing but what the client tells its model.
const OWN_ATTACHMENTS = new Set([
  'prompt_snapshot', 'tool_offer_record', 'deferred_tools_record', 'deferred_tools_delta', 'agent_listing_delta', 'skill_listing',
  'environment', 'model', 'remote_session_change', 'task_reminder',
]);

/** A transcript that is one document, without the client's prompt. */
export function withoutClientPrompt(document) {
  const whole = JSON.parse(document);
  if (whole.system_prompt) whole.system_prompt = whole.system_prompt.replace(/^[\s\S]*?(?=\n\d+\. Working Directory)/, note).replace(/(?<=Working Directory: .*\n)[\s\S]*$/, note);
  return JSON.stringify(whole, null, 2) + '\n';
}

export function withoutClientText(transcript) {
  return transcript.split('\n').map((line) => {
    if (!line) return line;
    const record = JSON.parse(line);
    const before = JSON.stringify(record);
    const after = JSON.stringify(shorten(record)).replaceAll(KERNEL, '6.8.0');
    return after === before ? line : after;
  }).join('\n');
}

function shorten(record) {
  switch (record.type) {
    case 'attachment':
      if (record.attachment?.type === 'queued_command') return everywhere(record, withoutNotice);
      if (!OWN_ATTACHMENTS.has(record.attachment?.type)) return record;
      return { ...record, attachment: cut(record.attachment), ...(record.rendered ? { rendered: cut(record.rendered) } : {}) };
    case 'api-request-shape':
      return { ...record, shape: cut(record.shape) };
    case 'api-request-blob':
      return { ...record, message: { ...record.message, content: reminders(record.message.content) } };
    case 'session_meta': // Codex
      return { ...record, payload: { ...record.payload, base_instructions: cut(record.payload.base_instructions) } };
    case 'world_state':
      return { ...record, payload: cut(record.payload) };
    case 'system.message': // Copilot CLI
      return { ...record, data: { ...record.data, content: note(record.data.content) } };
    case 'subagent.selected':
    case 'session.usage_record':
      return { ...record, data: cut(record.data) };
    case 'tool.execution_complete': {
      const { toolTelemetry, ...data } = record.data;
      return { ...record, data };
    }
    case 'response_item':
      return record.payload.role === 'developer' ? { ...record, payload: { ...record.payload, content: cut(record.payload.content) } } : record;
    case 'message': // pi
      if (record.message?.role !== 'system') return record;
      return { ...record, message: { ...record.message, sections: cut(record.message.sections), toolsAdded: cut(record.message.toolsAdded) } };
    case 'compaction':
      return record.systemMessage ? { ...record, systemMessage: cut(record.systemMessage) } : record;
    case 'gemini':
      if (!record.toolCalls) return record;
      return { ...record, toolCalls: record.toolCalls.map((call) => ({ ...call, description: call.description?.length > 200 ? note(call.description) : call.description })) };
    default:
      return record;
  }
}

/** Every text of some length replaced by a note, and every tool schema by an empty one. */
function cut(value, key = '') {
  if (typeof value === 'string') return value.length > 50 ? note(value) : value;
  if (/schema$|^parameters$/i.test(key) && value && typeof value === 'object') return {};
  if (Array.isArray(value)) return value.map((v) => cut(v));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cut(v, k)]));
  return value;
}

/** The announcement of a helper's end, without the client's long words of caution before it. */
function withoutNotice(text) {
  return text.replace(/(\[SYSTEM NOTIFICATION[^\]]*\])([\s\S]{200,}?)(?=<task-notification>)/, (_, head, words) => `${head}\n${note(words)}\n`);
}

/** The copies of requests: the client's reminders and its long prompts (as that of a compaction) are replaced. */
function reminders(content) {
  const text = (t) => (t.length > 150 && /^\s*<system-reminder>/.test(t)) || /^CRITICAL: |Your task is to create a detailed summary/.test(t) ? note(t) : t;
  const blocks = typeof content === 'string' ? text(content)
    : Array.isArray(content) ? content.map((b) => (b.type === 'text' ? { ...b, text: text(b.text) } : b)) : content;
  return everywhere(blocks, withoutNotice);
}

function everywhere(value, change) {
  return JSON.parse(JSON.stringify(value), (_, v) => (typeof v === 'string' ? change(v) : v));
}
