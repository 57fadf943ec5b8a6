// Numbers the passages for the prompt so that none can pass for two, or for something other than a passage; called by domain/answers.

const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

/**
 * `[1] (heading)` at the start of a line begins the first passage, and nothing else stands there: all its own lines are
 * indented, and blank ones are left out.
 */
export function numberedPassages(passages: readonly { heading: string; text: string }[]): string {
  const numbered = passages.map(({ heading, text }, index) =>
    [`[${index + 1}] (${linesOf(heading).join(' ')})`, ...linesOf(text)].join('\n    '),
  );
  return numbered.join('\n\n');
}

const linesOf = (text: string): string[] =>
  text
    .split(lineEnds)
    .map(line => line.trim())
    .filter(line => line !== '');
