// Short forms for the scripts.
export const bash = (command, description, more = {}) => ({ tool: 'Bash', args: { command, description, ...more } });
export const read = (file_path, more = {}) => ({ tool: 'Read', args: { file_path, ...more } });
export const edit = (file_path, old_string, new_string, more = {}) => ({ tool: 'Edit', args: { file_path, old_string, new_string, ...more } });
export const write = (file_path, content) => ({ tool: 'Write', args: { file_path, content } });
export const step = (say, ...calls) => ({ say, calls });

export const exec = (cmd, more = {}) => ({ tool: 'exec_command', args: { cmd, ...more } });
export const patch = (text) => ({ tool: 'apply_patch', patch: text.replace(/^\n/, '') });
