// The least that a checker of logs has to do: read every file, and look for a header on each line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER = /^> +\d\d:\d\d:\d\d {2}/;
const [, , folder] = process.argv;
let headers = 0;
for (const path of readdirSync(folder, { recursive: true })) {
  if (!path.endsWith('.txt')) continue;
  for (const line of readFileSync(join(folder, path), 'utf8').split('\n')) if (HEADER.test(line)) headers++;
}
console.log(headers);
