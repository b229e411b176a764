import assert from 'node:assert/strict';
import { pictureFormat } from '../../server/src/pictures/pictureFormat.js';
import { pictureSize } from '../../server/src/pictures/pictureSize.js';
import { startCpuTime } from '../support/cpuTime.js';
import { avif, samples, sizeBox } from './samplePictures.js';

function check(bytes: Buffer): string {
  const format = pictureFormat(bytes);
  if (format === undefined || format === 'SVG') return format ?? 'none';
  const size = pictureSize(format, bytes);
  return size ? `${format} ${size.width} × ${size.height}` : `${format} damaged`;
}

const text = (content: string) => check(Buffer.from(content, 'latin1'));

describe('The header of a picture', () => {
  for (const { format, width, height, bytes } of samples) {
    it(`tells ${format} ${width} × ${height}`, () => assert.equal(check(bytes), `${format} ${width} × ${height}`));
  }

  it('tells nothing where it is not whole', () => {
    for (const { format, width, height, bytes } of samples) {
      const whole = `${format} ${width} × ${height}`;
      for (let length = 0; length < bytes.length; length++) {
        const answer = check(bytes.subarray(0, length));
        assert.ok(['none', `${format} damaged`, whole].includes(answer), `${answer} of ${whole} at ${length}`);
      }
      assert.equal(check(bytes.subarray(0, 3)), format === 'JPEG' ? 'JPEG damaged' : 'none');
    }
  });

  it('never makes its readers throw or go on for ever, whatever stands there', () => {
    for (const { bytes } of samples) {
      for (let at = 0; at < Math.min(bytes.length, 200); at++) {
        for (const value of [0x00, 0x01, 0x7f, 0x80, 0xc0, 0xd8, 0xff]) {
          const damaged = Buffer.from(bytes);
          damaged[at] = value;
          check(damaged);
        }
      }
    }
  });

  it('is read in time that grows with its length only', () => {
    const time = startCpuTime();
    check(avif(...new Array<Buffer>(50_000).fill(sizeBox(1, 1))));
    check(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(1_000_000, 0xff)]));
    check(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(1_000_000, Buffer.from([0xff, 0xe1, 0x00, 0x02]))]));
    text(`<?xml ${'<!'.repeat(500_000)}`);
    assert.ok(time() < 2000);
  });

  it('tells by the bytes what is no picture', () => {
    assert.equal(text(''), 'none');
    assert.equal(text('<!DOCTYPE html><html><body><svg></svg>'), 'none');
    assert.equal(text('BM is the beginning of this text, too'), 'none');
    assert.equal(text('RIFF\x10\0\0\0WAVEfmt '), 'none');
    assert.equal(text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'none');
    assert.equal(text('\0\0\0\x18ftypheic\0\0\0\0mif1heicavif'), 'none');
    assert.equal(text('II*\0\x08\0\0\0'), 'none');
  });

  it('tells SVG', () => {
    assert.equal(text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG');
    assert.equal(text('\xef\xbb\xbf <?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg>\n<SVG>'), 'SVG');
  });

  it('has no size of nothing', () => {
    assert.equal(text('GIF89a\0\0\x01\0'), 'GIF damaged');
    assert.equal(text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x01'), 'PNG damaged');
  });
});
