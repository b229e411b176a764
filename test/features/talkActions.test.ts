import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { codeAction } from '../../server/src/features/codeAction.js';
import { toRange, toSpan } from '../../server/src/features/convert.js';
import { applyChanges, formatClock, recordedTalks } from '../../server/src/language/index.js';
import { contextFor, FRONT_MATTER, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';
import { TALK_ENTRIES } from '../support/talkLog.js';

/** The action of a kind that is offered at the cursor or the range; there is one at most. */
function actionAt(marked: string, kind: string): CodeAction | undefined {
  const { text, cursors, ranges } = readMarkers(marked);
  const document = parse(text);
  const [at = 0] = cursors;
  const [selection = { from: at, to: at }] = ranges;
  const params = {
    textDocument: { uri },
    range: toRange(document, selection),
    context: { diagnostics: [], only: [kind] },
  };
  const actions = codeAction.answer(document, params, contextFor()) as CodeAction[];
  assert.ok(actions.length < 2);
  assert.ok(actions.every((action) => action.kind === kind));
  return actions[0];
}

/** The log after the action. */
function after(marked: string, { edit }: CodeAction): string {
  const { text } = readMarkers(marked);
  const document = parse(text);
  const [{ edits = [] } = {}] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return applyChanges(
    text,
    edits.map((each) => ({ ...toSpan(document, each.range), insert: 'newText' in each ? each.newText : '' })),
  );
}

/** Checks the title of the action and the talks that are recorded after it; without `expected`, that it is not offered. */
function check(
  kind: string,
  marked: string,
  expected?: { readonly title: string; readonly talks: readonly string[] },
): void {
  const action = actionAt(marked, kind);
  assert.equal(action?.title, expected?.title);
  if (!action) return;
  const time = (seconds: number | undefined): string => (seconds === undefined ? '?' : formatClock(seconds));
  const talks = recordedTalks(parse(after(marked, action))).map(
    ({ title, speaker, start, end }) => `${title} | ${speaker} | ${time(start)}–${time(end)}`,
  );
  assert.deepEqual(talks, expected?.talks);
}

/** The log of the evening; a text with markers takes the place of the same text without them. */
function evening(frontMatter: string, marked: string): string {
  const plain = readMarkers(marked).text;
  const text = frontMatter + TALK_ENTRIES;
  assert.ok(text.includes(plain));
  return text.replace(plain, marked);
}

/** Puts the selection around a part of the log, from the start of one text to the end of another. */
function selected(frontMatter: string, first: string, last: string): string {
  const text = frontMatter + TALK_ENTRIES;
  const from = text.indexOf(first);
  const to = text.indexOf(last) + last.length;
  assert.ok(from >= 0 && to > from);
  return `${text.slice(0, from)}<[${text.slice(from, to)}]>${text.slice(to)}`;
}

const withTalks = (talks: string): string => FRONT_MATTER.replace('tag:', `talks:\n${talks}tag:`);

describe('Record this talk', () => {
  const KIND = 'refactor.rewrite.recordTalk';
  const talks = ['清结算里的日切 | 沈砚秋 | 19:30:05–19:50:02'];
  const recorded = { title: 'Record this talk: “清结算里的日切”', talks };

  it('is offered on the talk, its announcement and the front matter', () => {
    check(KIND, evening(FRONT_MATTER, '> 19:30:05<|>  沈'), recorded);
    check(KIND, evening(FRONT_MATTER, '为什么<|>不都'), recorded);
    check(KIND, evening(FRONT_MATTER, '谢谢大家<|>'), recorded);
    check(KIND, evening(FRONT_MATTER, '今晚<|>请到'), recorded);
    check(KIND, evening(FRONT_MATTER, 'layout<|>'), recorded);
    check(KIND, selected(FRONT_MATTER, '签到', '> 19:30:05'), recorded);
  });

  it('is not offered elsewhere', () => {
    check(KIND, evening(FRONT_MATTER, '签<|>到'));
    check(KIND, evening(FRONT_MATTER, '<|>> 19:52:00'));
    check(KIND, selected(FRONT_MATTER, '签到', '> 19:28:30  Ann\n签到\n'));
    check(KIND, `${FRONT_MATTER}<|>> 09:00:00  Ann\nhi\n`);
    check(KIND, '<|>');
  });

  it('makes front matter where there is none', () => check(KIND, evening('', '19:30:05<|>'), recorded));

  it('is not offered where the talk is recorded, or can’t be', () => {
    check(KIND, evening(withTalks('  - {speaker: 沈砚秋, start: 19:32:00, end: 19:40:00}\n'), '19:30:05<|>'));
    check(KIND, evening(withTalks('  - {speaker: 林一诺, start: 19:50:02}\n'), '19:30:05<|>'));
    check(KIND, evening(withTalks('  - {title: 日切, speaker: 沈砚秋}\n'), '19:30:05<|>'));
    check(KIND, evening(FRONT_MATTER.replace('tag: [chat]\n---\n', 'tag: [chat]\n'), '19:30:05<|>'));
    check(KIND, evening(FRONT_MATTER.replace('title: ', 'title：'), '19:30:05<|>'));
  });

  it('takes the first of several in the front matter, and then the next', () => {
    const later = TALK_ENTRIES.replaceAll('> 15:', '> 20:').replaceAll('> 19:', '> 21:').replaceAll('沈砚秋', '江小北');
    const text = FRONT_MATTER + TALK_ENTRIES + later.replaceAll('> 20:40', '> 22:40').replace('清结算里的日切', '对账');
    const first = actionAt(text.replace('author', 'auth<|>or'), KIND);
    assert.equal(first?.title, recorded.title);
    const marked = after(text, first).replace('author', 'auth<|>or');
    check(KIND, marked, { title: 'Record this talk: “对账”', talks: [...talks, '对账 | 江小北 | 21:30:05–21:50:02'] });
  });
});

describe('Mark selection as talk', () => {
  const KIND = 'refactor.rewrite.markTalk';
  const title = 'Mark selection as talk';
  const change = 'Change the talk to the selection';
  const CHATTER = `${FRONT_MATTER}<[> 09:00:00  Ann\nhi\n> 09:01:00  Bob\n早\n> 09:02:00  Ann\nhello\n]>> 09:03:00  Ann\nbye\n`;

  it('takes who says most, from their first entry to their last', () => {
    check(KIND, CHATTER, { title, talks: ['undefined | Ann | 09:00:00–09:02:00'] });
    check(KIND, CHATTER.replace('> 09:01:00  Bob', '> 09:01:00  Bob\n早\n> 09:01:00  Bob\n早\n> 09:01:30  Bob'), {
      title,
      talks: ['undefined | Bob | 09:01:00–09:01:30'],
    });
  });

  it('counts the names of a person together', () =>
    check(
      KIND,
      CHATTER.replace('tag:', 'speakers: {Bob: [Bobby]}\ntag:').replace(/> 09:02:00 {2}Ann/, '> 09:02:00  Bobby'),
      {
        title,
        talks: ['undefined | Bob | 09:01:00–09:02:00'],
      },
    ));

  it('takes the topic from the talk that the log shows there', () =>
    check(KIND, selected(FRONT_MATTER, '先说什么', '夜里要批处理'), {
      title,
      talks: ['清结算里的日切 | 沈砚秋 | 19:32:00–19:46:00'],
    }));

  it('wants an entry that is selected whole, or parts of several', () => {
    check(KIND, `${FRONT_MATTER}<[> 09:00:00  Ann\nhi]>  \n\n> 09:01:00  Bob\n早\n`, {
      title,
      talks: ['undefined | Ann | 09:00:00–09:00:00'],
    });
    check(KIND, `${FRONT_MATTER}> 09:00:00  Ann\n<[hi\n> 09:01:00]>  Bob\n早\n`, {
      title,
      talks: ['undefined | Ann | 09:00:00–09:00:00'],
    });
    check(KIND, `${FRONT_MATTER}> 09:00:00  Ann\n<[hi]>\n`);
    check(KIND, `${FRONT_MATTER}<[> 09:00:00  Ann\nhi]> all\n`);
    check(KIND, `${FRONT_MATTER}> 09:00:00<|>  Ann\nhi\n`);
    check(KIND, `<[${FRONT_MATTER}]>> 09:00:00  Ann\nhi\n`);
  });

  it('is not offered where nobody speaks at a known time', () => {
    check(KIND, `${FRONT_MATTER}<[> 09:00:00  \nhi\n> 25:00:00  Ann\nhi\n]>`);
    check(KIND, '<[]>');
  });

  it('changes the recorded talk that is there, if it is by the same person', () => {
    const there = (talk: string): string => CHATTER.replace('tag:', `talks: [${talk}]\ntag:`);
    check(KIND, there('{title: 早会, speaker: Ann, start: 09:02:00, end: 09:03:00}'), {
      title: change,
      talks: ['早会 | Ann | 09:00:00–09:02:00'],
    });
    check(KIND, there('{title: 早会, start: 09:02:00, end: 09:03:00}'), {
      title: change,
      talks: ['早会 | undefined | 09:00:00–09:02:00'],
    });
    check(KIND, there('{speaker: Ann, start: 09:00:00, end: 09:02:00}'));
    check(KIND, there('{speaker: Bob, start: 09:01:00, end: 09:01:00}'));
    check(
      KIND,
      there('{speaker: Ann, start: 09:00:00, end: 09:00:00}, {speaker: Ann, start: 09:02:00, end: 09:02:00}'),
    );
    check(KIND, there('{speaker: Ann, start: 09:03:00, end: 09:03:00}'), {
      title,
      talks: ['undefined | Ann | 09:00:00–09:02:00', 'undefined | Ann | 09:03:00–09:03:00'],
    });
  });
});

describe('Start and end the talk here', () => {
  const START = 'refactor.rewrite.startTalk';
  const END = 'refactor.rewrite.endTalk';
  const TWO =
    '  - {title: 日切, speaker: 沈砚秋, start: 19:32:00, end: 19:40:00}\n  - {title: 答疑, start: 19:50:02, end: 19:53:00}\n';
  const second = '答疑 | undefined | 19:50:02–19:53:00';

  it('move the talk that the cursor is in, else the next or the last', () => {
    const title = 'Start the talk “日切” here';
    const talks = ['日切 | 沈砚秋 | 19:30:05–19:40:00', second];
    check(START, evening(withTalks(TWO), '> 19:30:05<|>'), { title, talks });
    check(START, evening(withTalks(TWO.replace('19:32:00', '19:30:00')), '> 19:30:05<|>'), { title, talks });
    check(END, evening(withTalks(TWO), '> 19:46:00<|>'), {
      title: 'End the talk “日切” here',
      talks: ['日切 | 沈砚秋 | 19:32:00–19:46:00', second],
    });
  });

  it('never make one talk begin in another', () =>
    check(START, evening(withTalks(TWO), '> 19:46:00<|>'), {
      title: 'Start the talk “答疑” here',
      talks: ['日切 | 沈砚秋 | 19:32:00–19:40:00', '答疑 | undefined | 19:46:00–19:53:00'],
    }));

  it('are not offered where nothing would change, or no talk is', () => {
    check(END, evening(withTalks(TWO), '> 19:30:05<|>'));
    check(START, evening(withTalks(TWO), '> 19:32:00<|>'));
    check(START, evening(FRONT_MATTER, '> 19:32:00<|>'));
    check(START, evening(withTalks(TWO), '19:32:<|>00, end'));
  });

  it('are no reason for a light bulb', () => {
    const { text, cursors } = readMarkers(evening(withTalks(TWO), '> 19:46:00<|>'));
    const document = parse(text);
    const [at = 0] = cursors;
    const range = toRange(document, { from: at, to: at });
    const params = { textDocument: { uri }, range, context: { diagnostics: [], triggerKind: 2 as const } };
    const actions = codeAction.answer(document, params, contextFor()) as CodeAction[];
    assert.ok(!actions.some(({ kind }) => kind === START || kind === END));
  });
});

describe('Talks that others record', () => {
  it('are offered among other actions, each once', () => {
    const marked = selected(FRONT_MATTER, '> 19:30:05', '谢谢大家');
    const { text, ranges } = readMarkers(marked);
    const document = parse(text);
    const [selection] = ranges;
    assert.ok(selection);
    const params = { textDocument: { uri }, range: toRange(document, selection), context: { diagnostics: [] } };
    const actions = codeAction.answer(document, params, contextFor()) as CodeAction[];
    const kinds = actions.map(({ kind }) => kind).filter((kind) => kind?.startsWith('refactor.'));
    assert.deepEqual(kinds, ['refactor.rewrite.markTalk', 'refactor.rewrite.recordTalk']);
  });
});
