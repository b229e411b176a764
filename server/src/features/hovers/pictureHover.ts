import {
  type Entry,
  type Mark,
  type Message,
  marksOf,
  message,
  type Span,
  shiftSpan,
  textOf,
  trimmedStart,
} from '../../language/index.js';
import type { FeatureContext, Picture } from '../feature.js';
import type { Settings } from '../settings.js';
import { addressTarget } from '../support/addressTarget.js';
import { linked, type Part, type Piece, shortened } from '../support/hoverContent.js';
import { markAt } from '../support/markAt.js';
import type { HoverSource } from './hoverSource.js';

type Image = Extract<Mark, { kind: 'image' }>;

/**
 * Of a picture's link, and of the time of an entry that begins with one: the picture, or why there is none to see, and the
 * link to open it.
 */
export const pictureHover: HoverSource = {
  last: true,
  async hover({ document, offset, placed: { block, from }, context }) {
    const found = block.kind === 'entry' ? imageAt(block, offset - from) : undefined;
    if (block.kind !== 'entry' || !found) return undefined;
    const { image, span } = found;
    const alt = shortened(textOf(block, image.alt), 200) || context.say(message('Picture'));
    const parts = await partsOf(textOf(block, image.target), alt, document.uri, context);
    return { span: shiftSpan(span, from), parts };
  },
};

/** The picture to show at an offset of an entry, and what in the entry the offset belongs to. */
function imageAt(entry: Entry, offset: number): { readonly image: Image; readonly span: Span } | undefined {
  const { text, time, body } = entry;
  if (time.from <= offset && offset <= time.to) {
    const [first] = text.startsWith('![', trimmedStart(text, body.from, body.to)) ? marksOf(entry) : [];
    return first?.kind === 'image' ? { image: first, span: time } : undefined;
  }
  const mark = markAt(entry, offset);
  return mark?.kind === 'image' ? { image: mark, span: mark.span } : undefined;
}

async function partsOf(address: string, alt: string, log: string, context: FeatureContext): Promise<readonly Part[]> {
  const { say, client, findPicture, trusted } = context;
  const { preview, maxWidth } = context.settings.images;
  const target = addressTarget(address, log);
  const open: Piece = linked(target === undefined ? shortened(address, 200) : say(message('Open the picture')), target);
  const withLink = (text: string): Part[] => [
    { kind: 'line', pieces: [text] },
    { kind: 'line', pieces: [open] },
  ];
  // What can't be shown is not fetched either.
  if (!client.markdownHover) return withLink(alt);
  if (!findPicture) {
    const reason = whyNotByAddress(address, target, { preview, trusted });
    if (reason) return withLink(say(reason));
    // Its own width is not known before the editor has loaded it.
    return [
      { kind: 'picture', alt, uri: target ?? '', width: maxWidth },
      { kind: 'line', pieces: [open] },
    ];
  }
  const picture = await findPicture(address);
  if (picture.kind === 'failed') return withLink(shortened(say(picture.reason), 500));
  return [
    { kind: 'picture', alt, uri: picture.uri, width: picture.width > maxWidth ? Math.ceil(maxWidth) : undefined },
    {
      kind: 'line',
      pieces: [
        `${captionOf(picture)} · `,
        picture.local ? linked(say(message('Open the picture')), picture.uri) : open,
      ],
    },
  ];
}

/** Why a picture can't be left to the editor to load from its address; `undefined` where it can. */
function whyNotByAddress(
  address: string,
  target: string | undefined,
  { preview, trusted }: Pick<Settings['images'], 'preview'> & Pick<FeatureContext, 'trusted'>,
): Message | undefined {
  if (preview === 'never') return message('Pictures are switched off by “{0}”.', PREVIEW);
  if (target === undefined) return message('“{0}” is no address of a picture.', shortened(address, 200));
  if (preview === 'local') return message('Pictures that have to be fetched are switched off by “{0}”.', PREVIEW);
  if (!trusted) return message('Pictures are fetched in trusted workspaces only.');
  if (target.startsWith('https:')) return undefined;
  return message('This picture can’t be shown here: editors load pictures from “https:” addresses only.');
}

const PREVIEW = 'chatlog.images.preview';

/** Format, dimensions and size of a picture. */
function captionOf({ format, width, height, bytes }: Extract<Picture, { kind: 'shown' }>): string {
  return `${format} · ${width} × ${height} · ${sizeText(bytes)}`;
}

function sizeText(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} KB`;
}
