/** An invented log without a fault, for tests that need some log. */
export const GOOD =
  '---\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\nauthor: Ann\ntag: [chat]\n---\n' +
  '> 09:00:00  Ann\nhi\n';

/** One with a fault that can be repaired safely, one that can’t be, and what the safe fix gives. */
export const BROKEN = `${GOOD}>09:00:01  林一诺\n早[玫瑰]\n> 08:00:00  Ann\nbye\n`;
export const REPAIRED = `${GOOD}> 09:00:01  林一诺\n早[玫瑰]\n> 08:00:00  Ann\nbye\n`;
