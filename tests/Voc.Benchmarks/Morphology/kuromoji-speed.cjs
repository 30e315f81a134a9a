// Prints the MB/s of UTF-8 at which Kuromoji segments the lines of a file, the best of some rounds after one to warm up.
// Usage: node kuromoji-speed.cjs PACKAGE FILE ROUNDS
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [folder, file, rounds] = process.argv.slice(2);
const kuromoji = require(folder);

kuromoji.builder({ dicPath: join(folder, "dict") }).build((error, tokenizer) => {
  if (error) {
    throw error;
  }
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n").filter((line) => line.length > 0);
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  let best = Infinity;
  for (let round = 0; round <= Number(rounds); round++) {
    const started = process.hrtime.bigint();
    for (const line of lines) {
      tokenizer.tokenize(line);
    }
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    best = round > 0 ? Math.min(best, seconds) : best;
  }
  process.stdout.write(String(bytes / best / 1e6));
});
