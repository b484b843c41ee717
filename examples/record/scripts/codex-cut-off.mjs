import { exec, step } from './_calls.mjs';

// The client is killed while a command is running.
export default () => ({
  client: 'codex',
  killAfterLastReply: 2500,
  prompt: 'Watch the tests for a while: run them every five seconds, four times, and tell me whether one of them fails now and then.',
  replies: [
    step('First one run, to see how long it takes.', exec('python3 -m unittest 2>&1 | tail -3')),
    step('They are quick. Now the repeated run.', exec('for i in 1 2 3 4; do python3 -m unittest 2>&1 | tail -1; sleep 5; done', { yield_time_ms: 30000 })),
  ],
});
