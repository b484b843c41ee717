// fairlead-hook for pi: tells Fairlead's server on this machine what happens, and does what it answers.
// Written by `fairlead connect pi`, taken away by `fairlead disconnect pi`.
import { readFile } from "node:fs/promises"
import { request } from "node:http"

const STATE = {{state}}
const CLOSED = {{closed}}
const GATE_SECONDS = 595
const TOLD_SECONDS = 10

// Not fetch: it gives up on its own after five minutes, and a person may take longer.
function post(port: number, token: string, event: string, body: string, seconds: number): Promise<any> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: "127.0.0.1",
        port,
        method: "POST",
        path: "/hooks/pi?event=" + encodeURIComponent(event),
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), authorization: "Bearer " + token },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk) => chunks.push(chunk))
        response.on("error", reject)
        response.on("end", () => {
          if (response.statusCode !== 200) return reject(new Error("refused to answer"))
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}"))
          } catch (fault) {
            reject(fault)
          }
        })
      },
    )
    call.setTimeout(seconds * 1000, () => call.destroy(new Error("did not answer in time")))
    call.on("error", reject)
    call.end(body)
  })
}

// The server's answer; undefined where there is none.
async function ask(event: string, context: any, payload: any, seconds = TOLD_SECONDS): Promise<any> {
  try {
    const server = JSON.parse(await readFile(STATE + "/server.json", "utf8"))
    const token = (await readFile(STATE + "/hook-token", "utf8")).trim()
    const session = {
      session_id: context.sessionManager?.getSessionId?.(),
      transcript_path: context.sessionManager?.getSessionFile?.(),
      cwd: context.cwd,
      model: context.model?.id,
    }
    return await post(server.port, token, event, JSON.stringify({ hook_event_name: event, ...session, ...payload }), seconds)
  } catch {
    return undefined
  }
}

function words(message: any): string {
  const content = Array.isArray(message?.content) ? message.content : []
  return content.filter((part: any) => part.type === "text").map((part: any) => part.text).join("\n")
}

export default function (pi: any) {
  let said = "" // the agent's last words
  let sentBack = false
  pi.on("session_start", async (event: any, context: any) => {
    await ask("session_start", context, { reason: event.reason })
  })
  pi.on("before_agent_start", async (event: any, context: any) => {
    const answer = await ask("before_agent_start", context, { prompt: event.prompt })
    if (answer?.append) return { message: { customType: "fairlead", content: answer.append, display: true } }
  })
  pi.on("tool_call", async (event: any, context: any) => {
    const { toolName, toolCallId, input } = event
    const answer = await ask("tool_call", context, { toolName, toolCallId, input }, GATE_SECONDS)
    if (answer === undefined && CLOSED) {
      return { block: true, reason: "Fairlead refuses this call since its server does not answer, and calls are to be refused then. Ask the person to start it with `fairlead up`; do not try to go around it." }
    }
    if (answer?.block) return { block: true, reason: answer.reason }
    if (answer?.input) Object.assign(event.input, answer.input)
  })
  pi.on("tool_result", async (event: any, context: any) => {
    const { toolName, toolCallId, input, content, isError } = event
    const answer = await ask("tool_result", context, { toolName, toolCallId, input, content, isError })
    if (answer?.append) return { content: [...content, { type: "text", text: answer.append }] }
  })
  pi.on("turn_end", async (event: any) => {
    said = words(event.message) || said
  })
  pi.on("agent_before_settle", async (_event: any, context: any) => {
    const answer = await ask("agent_before_settle", context, { said, stop_hook_active: sentBack })
    sentBack = Boolean(answer?.continue)
    if (answer?.continue) {
      return { continue: true, entries: [{ type: "custom_message", customType: "fairlead", content: answer.continue, display: true }] }
    }
  })
  pi.on("session_compact", async (_event: any, context: any) => {
    await ask("session_compact", context, {})
  })
  pi.on("session_shutdown", async (event: any, context: any) => {
    await ask("session_shutdown", context, { reason: event.reason })
  })
}
