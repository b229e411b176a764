import { message } from '../../text/message.js';
import type { DocumentRule, Examples } from '../rule.js';
import { faultsOf } from '../support/frontMatterFaults.js';

export const frontMatterSyntax: DocumentRule = {
  id: 'front-matter-syntax',
  title: 'Front matter is YAML that says what is meant.',
  why:
    'The site reads front matter with a YAML reader. Where that stumbles, the page is not built; and some slips it ' +
    'swallows without a word: a full-width colon or one without a space makes no key, a `#` makes the value a comment, ' +
    'and quotes that are typographic or have no partner become a part of the value.',
  severity: 'error',
  scope: 'document',
  *check(document) {
    const block = document.frontMatter;
    if (!block) return;
    for (const { from, to, message: said, repair } of faultsOf(block).faults) {
      yield {
        from,
        to,
        message: said,
        ...(repair && {
          fixes: [{ title: message('Write it “{0}”', repair.meant), safe: !repair.guessed, changes: repair.changes }],
        }),
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    // The colon.
    {
      text: '---\nlayout:     source \n<[title：]>     "2026-11-20-WeChat"\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout:     source \ntitle:     "2026-11-20-WeChat"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nlayout:     source \n<[title:]>"2026-11-20-WeChat"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\r\nlayout: source\r\n<[title：]>春游\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed: '---\r\nlayout: source\r\ntitle: 春游\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    {
      text: '---\n<[title:]>　春游\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle:      春游\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nlayout: source\n<[author]>     Ann\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\nauthor:     Ann\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\n<[lines；]> 2\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlines: 2\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\n<[title：]> 今天: 春游\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "今天: 春游"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\n<[talks：]>\n  - title: 日切\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntalks:\n  - title: 日切\n---\n> 09:00:00  Ann\nhi\n',
    },
    // Quotes.
    {
      text: '---\ntitle: <[“2026-11-20-WeChat”]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[‘春游’]>  \n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "春游"  \n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[“说 "走" 就走”]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: \'说 "走" 就走\'\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <["2026-11-20-WeChat]>\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[2026-11-20-WeChat"]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <["春游”]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "春游"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <["今天的"主题""]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: \'今天的"主题"\'\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <["春游"归来]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: \'"春游"归来\'\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[“说 "it\'s"”]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: "---\ntitle: '说 \"it''s\"'\n---\n> 09:00:00  Ann\nhi\n",
    },
    { text: '---\nsize: <[big"]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nsize: "big"\n---\n> 09:00:00  Ann\nhi\n' },
    // Values that need quotes.
    {
      text: '---\ntitle: <[[玫瑰] 春游]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "[玫瑰] 春游"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[@张三]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "@张三"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[今天: 春游]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "今天: 春游"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nauthor: <[`Ann`]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nauthor: "`Ann`"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nauthor: <[%Ann]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nauthor: "%Ann"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nauthor: <[&Co]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nauthor: "&Co"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nauthor: <[*Ann]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nauthor: "*Ann"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[#春游]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "#春游"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[今天 #春游]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "今天 #春游"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nsubtitle: <[!important x]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nsubtitle: "!important x"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ndate: <[#2026-11-20 12:00:00]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    // Lists.
    { text: '---\ntag: <[#x]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntag: ["#x"]\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\ntag:\t\t  <[【chat】]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag:\t\t  [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntag: <[[chat，清算]]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat, 清算]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntag: <[[chat]>\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat]\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\ntag: <[chat]]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\ntag: <[[chat, @春游, “清算”]]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat, "@春游", "清算"]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntag: <["[chat]]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    // Indentation.
    {
      text: '---\nlayout: source\n<[\ttitle]>: 春游\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nlayout: source\n<[  title]>: 春游\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\ntitle: 春游\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntalks:\n<[\t- title: 日切]>\n\t  speaker: Ann\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntalks:\n  - title: 日切\n    speaker: Ann\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntalks:\n  - title: <[[玫瑰] 日切]>\n    speaker: Ann\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntalks:\n  - title: "[玫瑰] 日切"\n    speaker: Ann\n---\n> 09:00:00  Ann\nhi\n',
    },
    // What can't be mended.
    { text: '---\n<[http://example.org]>\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntitle: <["春游]>\n归来"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntitle: <["春游]>\n  归来\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\n  <[author x]>\nlayout: source\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n<[hello]>\nworld\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    {
      text:
        '---\nlayout:     source \ntitle:      "[玫瑰] 春游"\ndate:       2026-11-20 12:00:00\nauthor:     林一诺 | 青杉 | 产品\n' +
        'lines:      202 \ntag:\t\t  [chat]\nheader-img: "img/bg.jpg"\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\ntitle: “春游”归来\nauthor: Tom "Tommy"\ntag:\n- chat\n- \'清算\'\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\n# comment\nlayout: source # the usual\ntag: # all of them\n  - chat\ntitle: 【公告】春游：上\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\ntitle: >\n  春游\n  title: 归来\ntag: [\n  chat,\n  清算\n]\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\ntalks:\n  - title: 日切\n    speaker: Ann\nspeakers:\n  Ann: [Anna, "A，n"]\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\ntag: ["a，b", \'c"、d\']\nsize: 5"\nheight: 1.8\'\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nauthor: &ann Ann\neditor: *ann\nsubtitle: &none\n---\n> 09:00:00  Ann\nhi\n' },
    // Closed by a line that is for another rule.
    { text: '---\nlayout: source\n--\n> 09:00:00  Ann\nhi\n' },
    { text: '---\n---\n> 09:00:00  Ann\ntitle：x\n' },
  ],
};
