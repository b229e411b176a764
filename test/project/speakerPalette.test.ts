import assert from 'node:assert/strict';
import { readProjectFile } from '../support/projectFiles.js';

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

/**
 * How those see who lack one sort of cones, in linear sRGB: Machado, Oliveira and Fernandes, “A Physiologically-based Model
 * for Simulation of Color Vision Deficiency” (2009), severity 1.
 */
const SEEN_BY: Readonly<Record<string, Matrix>> = {
  'all eyes': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The least distance in Oklab; one of 0.02 can just be seen. */
const FAR_ENOUGH = 0.09;

/** Checks that any two colours of a kind of themes look different. */
function check(kind: string, matrix: Matrix): void {
  const { colors } = JSON.parse(readProjectFile('package.json')).contributes;
  const colours: readonly string[] = colors
    .filter(({ id }: { id: string }) => id.startsWith('chatlog.speaker'))
    .map(({ defaults }: { defaults: Record<string, string> }) => defaults[kind]);
  assert.equal(colours.length, 8);
  for (const [index, one] of colours.entries()) {
    for (const other of colours.slice(index + 1)) {
      const distance = between(asSeen(one, matrix), asSeen(other, matrix));
      assert.ok(distance >= FAR_ENOUGH, `${one} and ${other} are ${distance.toFixed(3)} apart`);
    }
  }
}

describe('The colours for speakers', () => {
  for (const kind of ['dark', 'light', 'highContrast', 'highContrastLight']) {
    for (const [eyes, matrix] of Object.entries(SEEN_BY)) {
      it(`differ in ${kind} themes for ${eyes}`, () => check(kind, matrix));
    }
  }
});

function asSeen(colour: string, matrix: Matrix): Three {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, index) => sum + factor * (linear[index] ?? 0), 0),
      ),
    ),
  );
  return oklab([red, green, blue]);
}

/** Linear sRGB in Oklab, where distances are about what people see. */
function oklab([red, green, blue]: Three): Three {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const between = (a: Three, b: Three): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
