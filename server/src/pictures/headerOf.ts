import { message } from '../language/index.js';
import type { PictureFormat, PictureSize } from './picture.js';
import { PictureFailure } from './pictureFailure.js';
import { pictureFormat } from './pictureFormat.js';
import { pictureSize } from './pictureSize.js';

/** The format by a file's first bytes. Throws a {@link PictureFailure} where it is none that is shown. */
export function formatOf(bytes: Buffer): PictureFormat {
  const format = pictureFormat(bytes);
  if (format === 'SVG') {
    throw new PictureFailure(message('SVG pictures are not shown here, because they can hold programs.'));
  }
  if (!format) throw new PictureFailure(message('It is no picture in PNG, JPEG, GIF, WebP, BMP or AVIF.'));
  return format;
}

/** What a picture's header tells. Throws a {@link PictureFailure} where it should not be shown. */
export function headerOf(bytes: Buffer, maxPixels: number): PictureSize & { readonly format: PictureFormat } {
  const format = formatOf(bytes);
  const size = pictureSize(format, bytes);
  if (!size) throw new PictureFailure(message('The picture is damaged: its size can’t be read.'));
  const { width, height } = size;
  if (width * height > maxPixels) {
    throw new PictureFailure(message('The picture has too many pixels to be shown: {0} × {1}.', width, height));
  }
  return { format, width, height };
}
