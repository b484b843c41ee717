// Short forms for the scripts.
export const bash = (command, description, more = {}) => ({ tool: 'Bash', args: { command, description, ...more } });
export const read = (file_path, more = {}) => ({ tool: 'Read', args: { file_path, ...more } });
export const edit = (file_path, old_string, new_string, more = {}) => ({ tool: 'Edit', args: { file_path, old_string, new_string, ...more } });
export const write = (file_path, content) => ({ tool: 'Write', args: { file_path, content } });
export const step = (say, ...calls) => ({ say, calls });

export const exec = (cmd, more = {}) => ({ tool: 'exec_command', args: { cmd, ...more } });
export const patch = (text) => ({ tool: 'apply_patch', patch: text.replace(/^\n/, '') });

/** The tools of the clients that speak the stream of chat completions. */
export const chat = {
  copilot: {
    run: (command, description) => ({ tool: 'bash', args: { command, description } }),
    view: (path) => ({ tool: 'view', args: { path } }),
    edit: (path, old_str, new_str) => ({ tool: 'edit', args: { path, old_str, new_str } }),
    create: (path, file_text) => ({ tool: 'create', args: { path, file_text } }),
  },
  opencode: {
    run: (command, description) => ({ tool: 'bash', args: { command, description } }),
    read: (filePath) => ({ tool: 'read', args: { filePath } }),
    edit: (filePath, oldString, newString) => ({ tool: 'edit', args: { filePath, oldString, newString } }),
    write: (filePath, content) => ({ tool: 'write', args: { filePath, content } }),
  },
};
