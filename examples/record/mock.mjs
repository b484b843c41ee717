// A scripted stand-in for the model services, on one loopback port.
// It speaks just enough of the Messages stream (Claude Code), of the Responses stream (Codex), of the Chat Completions
// stream (Cline, Copilot CLI, opencode, pi, Qwen Code) and of the Generate Content stream (Gemini CLI).
//
// A script is a list of replies, taken one per request of the conversation. A reply is
//   { say, think, calls: [ {tool, args} | {tool, rawArgs} | {tool, patch} ], pause, hold }
// or a function (lastToolOutput, request) => reply.  `pause` is the answering time in ms,
// `hold` leaves the answer open after its text for so many ms (to be interrupted). The events 'thinking', 'holding' and
// 'served' tell the recorder when to type the reply's `keysWhileThinking`, `keysWhileHolding` and `keys`.
import http from 'node:http';
import zlib from 'node:zlib';
import crypto from 'node:crypto';
import { EventEmitter } from 'node:events';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789';

/** Identifiers that look like those of the services, the same at every recording of a script. */
function idMaker(seed) {
  let n = 0;
  return (prefix, length = 22) => {
    const bytes = crypto.createHash('sha512').update(`${seed}/${n++}`).digest();
    return prefix + [...bytes.subarray(0, length)].map((b) => ALPHABET[b % ALPHABET.length]).join('');
  };
}

function textOf(content) {
  if (typeof content === 'string') return content;
  return (content ?? []).map((b) => b.text ?? (b.content !== undefined ? textOf(b.content) : '')).join('\n');
}

const toolsOf = (body) => (body.tools ?? []).flatMap((t) => t.functionDeclarations ?? [t]);

/** Which conversation a request belongs to is told by its first user message. */
function conversationOf(body) {
  const turns = body.messages ?? body.input ?? body.contents ?? [];
  return turns.filter((m) => m.role === 'user').slice(0, 3).map((m) => textOf(m.content ?? m.parts)).join('\n');
}

function lastToolOutput(body) {
  if (Array.isArray(body.messages)) {
    const answer = body.messages.findLast((m) => m.role === 'tool');
    if (answer) return textOf(answer.content);
    for (const m of [...body.messages].reverse()) {
      const result = Array.isArray(m.content) && m.content.find((b) => b.type === 'tool_result');
      if (result) return textOf(result.content);
    }
  }
  for (const item of [...(body.input ?? [])].reverse()) {
    if (/_output$/.test(item.type ?? '')) return typeof item.output === 'string' ? item.output : JSON.stringify(item.output);
  }
  return '';
}

export class Mock extends EventEmitter {
  constructor({ name, replies, helpers = [], aside = 'Ledger work', asideIf = [] }) {
    super();
    this.id = idMaker(name);
    this.helpers = helpers.map((h) => ({ ...h, next: 0 }));
    this.main = { replies, next: 0 };
    this.aside = aside;
    this.asideIf = asideIf;
    this.cached = 0;
    this.requests = [];
    this.server = http.createServer((req, res) => this.#receive(req, res));
  }

  listen() {
    return new Promise((done) => this.server.listen(0, '127.0.0.1', () => done(this.server.address().port)));
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  async #receive(req, res) {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    let raw = Buffer.concat(chunks);
    if (req.headers['content-encoding'] === 'gzip') raw = zlib.gunzipSync(raw);
    const path = new URL(req.url, 'http://mock').pathname;
    let body = {};
    try { body = JSON.parse(raw.toString() || '{}'); } catch { /* not a model request */ }
    const answer = (object) => { res.writeHead(200, { 'content-type': 'application/json' }); res.end(JSON.stringify(object)); };
    if (path.endsWith('/count_tokens')) return answer({ input_tokens: Math.round(raw.length / 4) });
    if (path.endsWith(':countTokens')) return answer({ totalTokens: Math.round(raw.length / 4) });
    const speak = path.endsWith('/messages') ? this.#messages : path.endsWith('/responses') ? this.#responses
      : path.endsWith('/chat/completions') ? this.#completions : /:(streamG|g)enerateContent$/.test(path) ? this.#content : null;
    const [, model, verb] = /models\/([^:/]+):(\w+)$/.exec(path) ?? [];
    if (model) body = { ...body, model, stream: verb === 'streamGenerateContent' };
    if (req.method !== 'POST' || !speak) return answer(path.endsWith('/models') ? { object: 'list', data: [], models: [] } : {});

    this.requests.push(body);
    let reply = this.#choose(body);
    if (typeof reply === 'function') reply = reply(lastToolOutput(body), body);
    reply = { calls: [], ...reply };
    this.emit('thinking', reply);
    await sleep(reply.pause ?? 350 + 25 * ((reply.say ?? '').length % 30));
    const size = Math.round(raw.length / 4);
    const usage = { size, fresh: Math.max(3, size - this.cached), cached: Math.min(this.cached, size - 3), out: Math.max(8, Math.round(JSON.stringify(reply).length / 4)) };
    if (toolsOf(body).length > 1) this.cached = size;
    await speak.call(this, res, body, reply, usage);
    this.emit('served', reply);
  }

  #choose(body) {
    const first = conversationOf(body);
    const toolless = toolsOf(body).length < 2;
    const everything = JSON.stringify(body.messages?.at(-1) ?? body.input?.at(-1) ?? body.contents?.at(-1) ?? '');
    for (const a of this.asideIf) if (a.when.test(everything)) return { say: a.say, pause: 900 };
    if (toolless) return { say: this.aside, pause: 100 };
    const script = this.helpers.find((h) => first.includes(h.prompt)) ?? this.main;
    if (script.next >= script.replies.length) return { say: 'Nothing more to do.' };
    return script.replies[script.next++];
  }

  async #messages(res, body, reply, usage) {
    const blocks = [];
    if (reply.think) blocks.push({ type: 'thinking', thinking: reply.think, signature: Buffer.from(this.id('sig')).toString('base64') });
    if (reply.say) blocks.push({ type: 'text', text: reply.say });
    for (const c of reply.calls) blocks.push({ type: 'tool_use', id: this.id('toolu_01'), name: c.tool, json: c.rawArgs ?? JSON.stringify(c.args) });
    const message = {
      id: this.id('msg_01'), type: 'message', role: 'assistant', model: body.model, stop_sequence: null,
      usage: { input_tokens: usage.fresh, cache_creation_input_tokens: 0, cache_read_input_tokens: usage.cached, output_tokens: usage.out },
    };
    const stop_reason = reply.calls.length ? 'tool_use' : 'end_turn';
    if (!body.stream) {
      const content = blocks.map(({ json, ...b }) => (json ? { ...b, input: JSON.parse(json) } : b));
      res.writeHead(200, { 'content-type': 'application/json' });
      return res.end(JSON.stringify({ ...message, content, stop_reason }));
    }
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (type, fields) => res.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
    send('message_start', { message: { ...message, content: [], stop_reason: null } });
    for (const [index, b] of blocks.entries()) {
      const delta = (d) => send('content_block_delta', { index, delta: d });
      if (b.type === 'thinking') {
        send('content_block_start', { index, content_block: { type: 'thinking', thinking: '', signature: '' } });
        delta({ type: 'thinking_delta', thinking: b.thinking });
        delta({ type: 'signature_delta', signature: b.signature });
      } else if (b.type === 'text') {
        send('content_block_start', { index, content_block: { type: 'text', text: '' } });
        delta({ type: 'text_delta', text: b.text });
        if (reply.hold) { this.emit('holding', reply); await sleep(reply.hold); }
      } else {
        send('content_block_start', { index, content_block: { type: 'tool_use', id: b.id, name: b.name, input: {} } });
        delta({ type: 'input_json_delta', partial_json: b.json });
      }
      send('content_block_stop', { index });
    }
    send('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: usage.out } });
    send('message_stop', {});
    res.end();
  }

  async #completions(res, body, reply, usage) {
    const common = { id: this.id('chatcmpl-'), object: 'chat.completion.chunk', created: Math.floor(Date.now() / 1000), model: body.model };
    const tool_calls = reply.calls.map((c, index) => (
      { index, id: this.id('call_'), type: 'function', function: { name: c.tool, arguments: c.rawArgs ?? JSON.stringify(c.args) } }));
    const used = {
      prompt_tokens: usage.size, completion_tokens: usage.out, total_tokens: usage.size + usage.out,
      prompt_tokens_details: { cached_tokens: usage.cached },
      completion_tokens_details: { reasoning_tokens: reply.think ? Math.round(reply.think.length / 4) : 0 },
    };
    const finish_reason = tool_calls.length ? 'tool_calls' : 'stop';
    if (!body.stream) {
      res.writeHead(200, { 'content-type': 'application/json' });
      const message = { role: 'assistant', content: reply.say ?? '', ...(tool_calls.length ? { tool_calls } : {}) };
      return res.end(JSON.stringify({ ...common, object: 'chat.completion', choices: [{ index: 0, message, finish_reason }], usage: used }));
    }
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (delta, finish = null) => res.write(`data: ${JSON.stringify({ ...common, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);
    send({ role: 'assistant', content: '' });
    if (reply.think) send({ reasoning_content: reply.think, reasoning_text: reply.think });
    if (reply.say) send({ content: reply.say });
    if (reply.hold) { this.emit('holding', reply); await sleep(reply.hold); }
    for (const call of tool_calls) send({ tool_calls: [call] });
    send({}, finish_reason);
    res.write(`data: ${JSON.stringify({ ...common, choices: [], usage: used })}\n\n`);
    res.end('data: [DONE]\n\n');
  }

  async #responses(res, body, reply, usage) {
    const output = [];
    if (reply.think) output.push({ type: 'reasoning', id: this.id('rs_'), summary: [{ type: 'summary_text', text: reply.think }], encrypted_content: Buffer.from(this.id('enc')).toString('base64') });
    if (reply.say) output.push({ type: 'message', id: this.id('msg_'), role: 'assistant', status: 'completed', content: [{ type: 'output_text', text: reply.say, annotations: [] }] });
    for (const c of reply.calls) {
      output.push(c.patch !== undefined
        ? { type: 'custom_tool_call', id: this.id('ctc_'), call_id: this.id('call_'), name: c.tool, input: c.patch, status: 'completed' }
        : { type: 'function_call', id: this.id('fc_'), call_id: this.id('call_'), name: c.tool, arguments: c.rawArgs ?? JSON.stringify(c.args), status: 'completed' });
    }
    const response = {
      id: this.id('resp_'), object: 'response', created_at: Math.floor(Date.now() / 1000), model: body.model, error: null, incomplete_details: null,
      parallel_tool_calls: true,
    };
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    let n = 0;
    const send = (type, fields) => res.write(`event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: n++, ...fields })}\n\n`);
    send('response.created', { response: { ...response, status: 'in_progress', output: [], usage: null } });
    for (const [output_index, item] of output.entries()) {
      if (item.type === 'message') {
        send('response.output_item.added', { output_index, item: { ...item, status: 'in_progress', content: [] } });
        send('response.output_text.delta', { output_index, item_id: item.id, content_index: 0, delta: item.content[0].text });
        if (reply.hold) { this.emit('holding', reply); await sleep(reply.hold); }
      } else {
        const { arguments: a, input: i, ...bare } = item;
        send('response.output_item.added', { output_index, item: { ...bare, ...(a !== undefined ? { arguments: '' } : {}), ...(i !== undefined ? { input: '' } : {}) } });
      }
      send('response.output_item.done', { output_index, item });
    }
    send('response.completed', {
      response: {
        ...response, status: 'completed', output,
        usage: {
          input_tokens: usage.size, input_tokens_details: { cached_tokens: usage.cached }, output_tokens: usage.out,
          output_tokens_details: { reasoning_tokens: reply.think ? Math.round(reply.think.length / 4) : 0 }, total_tokens: usage.size + usage.out,
        },
      },
    });
    res.end();
  }

  async #content(res, body, reply, usage) {
    const parts = [];
    if (reply.think) parts.push({ text: reply.think, thought: true });
    if (reply.say) parts.push({ text: reply.say });
    for (const c of reply.calls) parts.push({ functionCall: { id: this.id('call_', 8), name: c.tool, args: c.args }, thoughtSignature: Buffer.from(this.id('sig')).toString('base64') });
    const thoughts = reply.think ? Math.round(reply.think.length / 4) : 0;
    const object = {
      candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: usage.size, candidatesTokenCount: usage.out, cachedContentTokenCount: usage.cached, thoughtsTokenCount: thoughts, totalTokenCount: usage.size + usage.out + thoughts },
      modelVersion: body.model, responseId: this.id('resp_'),
    };
    res.writeHead(200, { 'content-type': body.stream ? 'text/event-stream' : 'application/json' });
    res.end(body.stream ? `data: ${JSON.stringify(object)}\r\n\r\n` : JSON.stringify(object));
  }
}
