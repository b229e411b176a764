import { message } from '../text/message.js';
import { type ChatMessage, type ImportNote, withoutBlankEnds } from './chatMessage.js';
import { CLOCK, DAY, HALF_BEFORE, readClock, readDay } from './dateTime.js';

/** The columns of the exporter's table, in their order, and what they are called. */
const COLUMNS = {
  id: /^(?:id|序号|编号|no\.?)$/i,
  time: /时间|日期|^(?:time|date)$/i,
  nickname: /昵称|姓名|发送人|发言人|^(?:nick ?name|name|sender)$/i,
  account: /微信号|账号|帐号|^(?:wechat ?(?:id|number)|account)$/i,
  status: /状态|^status$/i,
  type: /类型|^type$/i,
  content: /内容|消息$|^(?:content|message|text)$/i,
} as const;
type Column = keyof typeof COLUMNS;
type Row = Readonly<Partial<Record<Column, string>>>;

const WHEN = new RegExp(`^${DAY}[ T]+${HALF_BEFORE}?${CLOCK}$`, 'u');
/** Who says what nobody said, as that somebody joined. */
const NOTICE = '系统消息';
const SYSTEM = /系统|system/i;

/** Reads rows of a table as messages. Headings may stand above them; what can't be read of a row is told with its number. */
export class TableReader {
  readonly messages: ChatMessage[] = [];
  readonly notes: ImportNote[] = [];
  #columns: readonly (Column | undefined)[] = Object.keys(COLUMNS) as Column[];
  #row = 0;

  /** Takes the next row. */
  add(cells: readonly string[]): void {
    this.#row++;
    const columns = cells.map((cell) => columnOf(cell));
    if (this.messages.length === 0 && columns.includes('time') && columns.includes('content')) {
      this.#columns = columns;
      return;
    }
    if (cells.every((cell) => cell === '')) return;
    if (cells.length !== this.#columns.length) {
      this.#tell(
        message(
          'Row {0} has {1} cells in place of {2}; it was left out.',
          this.#row,
          cells.length,
          this.#columns.length,
        ),
      );
      return;
    }
    const row: Row = Object.fromEntries(this.#columns.map((column, at) => [column ?? '', cells[at] ?? '']));
    const speaker = nameIn(row);
    if (speaker === undefined) {
      this.#tell(message('Row {0} has no name; it was left out.', this.#row));
      return;
    }
    const when = WHEN.exec(row.time ?? '')?.groups;
    const [day, time] = when ? [readDay(when), readClock(when)] : [];
    if (day === undefined || time === undefined) {
      this.#tell(message('Row {0} has no time that can be read: “{1}”; it was left out.', this.#row, row.time ?? ''));
      return;
    }
    this.messages.push({ line: this.#row, speaker, day, time, lines: saidIn(row) });
  }

  #tell(text: ImportNote['text']): void {
    this.notes.push({ text, lost: true });
  }
}

const columnOf = (heading: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].test(heading));

function nameIn({ nickname, account, type = '' }: Row): string | undefined {
  const name = [nickname, account].find((text) => text !== undefined && text !== '');
  return name?.replace(/\s*[\n\r]\s*/g, ' ') ?? (SYSTEM.test(type) ? NOTICE : undefined);
}

/** What was said; of a picture or a voice message that left nothing, what it was. */
function saidIn({ content = '', type = '' }: Row): readonly string[] {
  if (content !== '') return withoutBlankEnds(content.split(/\r\n|\n|\r/));
  return type === '' || /文本|文字|text/i.test(type) ? [] : [`[${type}]`];
}
