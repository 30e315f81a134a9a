// Writes the holidays of the npm package as lines of date, Japanese name and English name: a fifth of its size, and no program to be run.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const holidays = createRequire(import.meta.url)('@holiday-jp/holiday_jp/lib/holidays.js');
const lines = Object.values(holidays.default ?? holidays)
  .map(({ date, name, name_en }) => `${date}\t${name}\t${name_en}`)
  .sort();
writeFileSync(process.argv[2], `${lines.join('\n')}\n`);
