import assert from 'node:assert/strict';
import {
  byDay,
  ChatDocument,
  defaultLintOptions,
  formatLog,
  importLog,
  lint,
  readChat,
  textOf,
  withDays,
} from '../../../server/src/language/index.js';
import { logDay } from '../../../server/src/language/lint/logDay.js';
import { chatWriters, type Precision, type Said } from '../../support/chatShapes.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { property, type Random } from '../../support/random.js';

const DAY = '2026-11-20';
const uri = `file:///archive/${DAY}-WeChat.txt`;

/** The log that a text becomes. */
function check(text: string, known: readonly string[], day = DAY): ChatDocument {
  const chat = readChat(text, { isKnown: (name) => known.includes(name), day, trusting: false });
  const days = byDay(withDays(chat.messages, day) ?? []);
  assert.deepEqual([...days.keys()], [day]);
  const log = importLog(days.get(day) ?? [], chat.before, uri.replace(DAY, day), defaultLintOptions);
  return ChatDocument.parse(uri.replace(DAY, day), 0, log.text);
}

/** What a log’s entries say, as the site shows it: without the backslashes and references of what was escaped. */
const saidIn = (document: ChatDocument): readonly (readonly [string, string])[] =>
  Array.from(document.entries(), ({ block }) => [
    textOf(block, block.speaker),
    linesOf(block.text.slice(block.body.from)).join('\n'),
  ]);

function linesOf(body: string): string[] {
  const lines = body.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

const shown = (text: string): string =>
  text
    .replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** What a log says, each line as it was meant: a line that was not escaped says what it says. */
const withoutEscapes = (
  said: readonly (readonly [string, string])[],
  meant: readonly Said[],
): readonly (readonly [string, string])[] =>
  said.map(([speaker, text], entry) => {
    const lines = text
      .split('\n')
      .map((line, at) => (line === meant[entry]?.lines[at]?.trimEnd() ? line : shown(line)));
    return [speaker, lines.join('\n')];
  });

const SPEAKERS = ['林一诺', '周牧-青杉支付-产品', 'Nora | 远山', '阿泽', '三方支付  顾南乔', 'Kim.K@云麓'];
// biome-ignore format: one list.
const HOSTILE = [
  '> 09:00:00  林一诺', '>09:00:01  阿泽', '＞09：00：02　林一诺', '》9:00:02 阿泽', '&gt; 09:00:03  阿泽', '09:00:03  Ann', '9：05：00  Ann',
  '> 9:05  Ann', '> 下午 3:05:09  Ann', '下午 3:05:09  Ann', '> 2026-11-20 09:00:04  Ann', '  > 09:00:00  Ann', '\\> 09:00:00  Ann',
  '> 25:61:00  Ann', '> 09.00.00  Ann', '---', '...', '===', '- - -', '***', '___', '-', '\\---', '<!-- @note 2026-11-20 Ann: x -->',
  '<!-- @tag 清算 -->', '<!--', '-->', '<\\!-- x -->', '＜！-- @note x', '<!- @tag x', '<! -- @note', '--\\>', '<!-- chatlog-disable -->',
  '注意事项如下:', '会议时间 2026/11/21 15:00', '消息对象:阿泽', '================================', '2026-11-20 10:43:55 ERROR timeout',
  '[2026-11-20 10:43:55] ERROR: timeout', '[2017]', '@林一诺\u2005昨天的图', '篮球/足球', '支付/茶', '`> 09:00:00  Ann`', 'title: x', '# 一', '好的', '早上好[太阳]', 'C:\\>dir', '',
];

/** Random messages whose times never go back; no blank lines at their ends. */
function randomMessages(random: Random): Said[] {
  let seconds = 9 * 3600;
  return random.list(12, () => {
    seconds += random.below(70);
    const lines = ['好', ...random.list(5, () => random.pick(HOSTILE)), '完'];
    return {
      speaker: random.pick(SPEAKERS),
      day: DAY,
      seconds,
      lines: random.below(3) === 0 ? [random.pick(HOSTILE) || '好'] : lines,
    };
  });
}

/** Whether a time may stand for another that was told less exactly. */
function isTime(found: number | undefined, meant: number, precision: Precision): boolean {
  if (found === undefined) return false;
  if (precision === 'second') return found === meant;
  return precision === 'none' || Math.floor(found / 60) === Math.floor(meant / 60);
}

/** The English codes of the corpus, and those of the log's own. */
const OWN_CODES = {
  ThumbsUp: '强',
  Facepalm: '捂脸',
  Salute: '抱拳',
  Concerned: '皱眉',
  Smirk: '奸笑',
  Smart: '机智',
  Grin: '呲牙',
  Clap: '鼓掌',
};
const inOwnCodes = (text: string): string =>
  Object.entries(OWN_CODES).reduce((result, [english, own]) => result.replaceAll(`[${english}]`, `[${own}]`), text);

/** What a real log says. */
function messagesOf(document: ChatDocument, day: string): Said[] {
  let last = 0;
  return Array.from(document.entries(), ({ block }) => {
    last = block.seconds ?? last;
    return {
      speaker: textOf(block, block.speaker),
      day,
      seconds: last,
      lines: linesOf(block.text.slice(block.body.from)),
    };
  }).filter(({ speaker }) => speaker !== '');
}

describe('An imported log', function () {
  this.timeout(120_000);

  for (const writer of chatWriters) {
    it(`has exactly the messages, whatever they say: ${writer.name}`, () => {
      // Where a name alone begins a message, one that is said alone on a line, with nothing above, can't be told from it.
      const says = (lines: readonly string[]): readonly string[] =>
        lines.filter((line) => writer.precision !== 'none' || !SPEAKERS.includes(line.slice(0, -1)));
      property(150, randomMessages, (messages) => {
        if (messages.length === 0) return;
        const all = messages.map((message) => ({ ...message, lines: says(message.lines) }));
        const document = check(writer.write(all), SPEAKERS);
        assert.deepEqual(
          withoutEscapes(saidIn(document), all),
          all.map(({ speaker, lines }) => [speaker, lines.map((line) => line.trimEnd()).join('\n')]),
        );
        for (const [index, { block }] of [...document.entries()].entries()) {
          assert.ok(isTime(block.seconds, all[index]?.seconds ?? 0, writer.precision));
        }
      });
    });

    it(`gives no error and no warning, and nothing to format: ${writer.name}`, () => {
      property(150, randomMessages, (messages) => {
        if (messages.length === 0) return;
        const document = check(writer.write(messages), SPEAKERS);
        const found = lint(document, defaultLintOptions).filter(
          ({ severity }) => severity === 'error' || severity === 'warning',
        );
        assert.deepEqual(
          found.map(({ ruleId, from, to }) => `${ruleId}: ${document.text.slice(from, to)}`),
          [],
        );
        assert.deepEqual(formatLog(document), []);
      });
    });
  }

  it('loses no character of what was said', () => {
    property(300, randomMessages, (messages) => {
      if (messages.length === 0) return;
      const text = check(chatWriters[1]?.write(messages) ?? '', SPEAKERS).text.replace(/&#(\d+);/g, (_, code) =>
        String.fromCharCode(Number(code)),
      );
      let at = 0;
      for (const sign of messages.flatMap(({ lines }) => [...lines.join('')])) {
        at = text.indexOf(sign, at) + 1;
        assert.ok(at > 0, `${sign} is lost`);
      }
    });
  });

  itWithCorpus('says the same as the real log that was written in each shape', () => {
    // A part of them takes long enough.
    for (const { path, text } of corpusLogs().filter((_, index) => index % 8 === 0)) {
      const document = ChatDocument.parse(`file:///${path}`, 0, text);
      const day = logDay(document) ?? DAY;
      const said = messagesOf(document, day);
      if (said.length === 0) continue;
      for (const writer of chatWriters) {
        const found = check(
          writer.write(said),
          said.map(({ speaker }) => speaker),
          day,
        );
        const own = (each: readonly (readonly [string, string])[]): readonly string[] =>
          each.map(([speaker, words]) => `${speaker}\n${words}`);
        assert.deepEqual(
          own(withoutEscapes(saidIn(found), said)),
          own(said.map(({ speaker, lines }) => [speaker, inOwnCodes(lines.join('\n'))])),
          `${writer.name}, ${path}`,
        );
        for (const [index, { block }] of [...found.entries()].entries()) {
          assert.ok(isTime(block.seconds, said[index]?.seconds ?? 0, writer.precision), `${writer.name}, ${path}`);
        }
      }
    }
  });
});
