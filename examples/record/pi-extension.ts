// What a person may put into pi: words before the first request, and no for a new file.
export default (pi: any) => {
  pi.on("before_agent_start", async () => ({ message: { customType: "house-rules", content: "The main branch is protected.", display: true } }));
  pi.on("tool_call", async (event: any) => (event.toolName === "write" && event.input.path === "NOTES.md" ? { block: true, reason: "new files need a ticket" } : undefined));
};
