import { isMainThread } from 'node:worker_threads';

// The server's one file is also what runs in the thread that it starts.
if (isMainThread) void import('./nodeServer.js');
else void import('./system/summaries/summaryThread.js');
