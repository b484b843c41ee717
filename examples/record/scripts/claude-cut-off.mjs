import { bash, read, step } from './_calls.mjs';

// The client is killed while a command is running.
export default ({ work }) => ({
  client: 'claude',
  killAfterLastReply: 2500,
  prompt: 'Watch the tests for a while: run them every five seconds, four times, and tell me whether one of them fails now and then.',
  replies: [
    step('First one run, to see how long it takes.', bash('python3 -m unittest 2>&1 | tail -3', 'Run the tests')),
    step('', read(`${work}/tests/test_report.py`)),
    step('They are quick. Now the repeated run.', bash('for i in 1 2 3 4; do python3 -m unittest 2>&1 | tail -1; sleep 5; done', 'Run the tests four times')),
  ],
});
