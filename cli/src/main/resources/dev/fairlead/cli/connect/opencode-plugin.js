// fairlead-hook for opencode: tells Fairlead's server on this machine what happens, and does what it answers.
// Written by `fairlead connect opencode`, taken away by `fairlead disconnect opencode`.
import { readFile } from "node:fs/promises"
import { request } from "node:http"

const STATE = {{state}}
const CLOSED = {{closed}}
const GATE_SECONDS = 595
const TOLD_SECONDS = 10
const TOLD = new Set(["session.created", "session.idle", "session.compacted", "session.error", "session.deleted", "permission.asked", "permission.replied"])

// Not fetch: it gives up on its own after five minutes, and a person may take longer.
function post(port, token, event, body, seconds) {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: "127.0.0.1",
        port,
        method: "POST",
        path: "/hooks/opencode?event=" + encodeURIComponent(event),
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), authorization: "Bearer " + token },
      },
      (response) => {
        const chunks = []
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
async function ask(event, payload, seconds) {
  try {
    const server = JSON.parse(await readFile(STATE + "/server.json", "utf8"))
    const token = (await readFile(STATE + "/hook-token", "utf8")).trim()
    return await post(server.port, token, event, JSON.stringify({ hook_event_name: event, ...payload }), seconds)
  } catch {
    return undefined
  }
}

export const FairleadPlugin = async ({ client, directory }) => {
  const said = new Map() // the last words of each session
  const sentBack = new Set() // sessions that were asked to go on
  let number = 0
  return {
    event: async ({ event }) => {
      if (!TOLD.has(event.type)) return
      const session = event.properties?.sessionID
      const isIdle = event.type === "session.idle"
      const told = isIdle ? { ...event, said: said.get(session) ?? "", again: sentBack.has(session) } : event
      const answer = await ask("event", { event: told, directory }, TOLD_SECONDS)
      if (isIdle) sentBack.delete(session)
      if (isIdle && answer?.continue && session) {
        sentBack.add(session)
        await client.session.promptAsync({ path: { id: session }, body: { parts: [{ type: "text", text: answer.continue }] } })
      }
    },
    "chat.message": async (input, output) => {
      const answer = await ask("chat.message", { input, output, directory }, TOLD_SECONDS)
      if (answer?.append) {
        const id = "prt_" + Date.now().toString(16) + "fairlead" + String(number++).padStart(6, "0")
        const { id: messageID, sessionID } = output.message
        output.parts.push({ id, sessionID, messageID, type: "text", text: answer.append, synthetic: true })
      }
    },
    "tool.execute.before": async (input, output) => {
      const answer = await ask("tool.execute.before", { input, output, directory }, GATE_SECONDS)
      if (answer === undefined && CLOSED) {
        throw new Error("Fairlead refuses this call since its server does not answer, and calls are to be refused then. Ask the person to start it with `fairlead up`; do not try to go around it.")
      }
      if (answer?.deny) throw new Error(answer.deny)
      if (answer?.args) Object.assign(output.args, answer.args)
    },
    "tool.execute.after": async (input, output) => {
      const answer = await ask("tool.execute.after", { input, output, directory }, TOLD_SECONDS)
      if (answer?.append) output.output = (output.output ?? "") + "\n\n" + answer.append
    },
    "experimental.text.complete": async (input, output) => {
      said.set(input.sessionID, output.text)
    },
  }
}
