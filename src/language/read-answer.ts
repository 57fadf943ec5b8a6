// Reads an endpoint's answer, streamed (server-sent events) or in one piece (JSON); called by language-model.ts.
import { z } from 'zod';
import { ModelFailure, refusedBy } from './failures.ts';

/** `finished`: the model has said all; only its count of tokens may follow. */
export type AnswerEvent = { kind: 'text'; text: string } | { kind: 'usage'; tokens: number } | { kind: 'finished' };

/** Characters; an answer has some thousand. */
const longestLine = 1_000_000;

const sayingSchema = z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish();
/** A piece of a streamed answer (`delta`) or all of one (`message`). */
const chunkSchema = z.object({
  choices: z
    .array(z.object({ delta: sayingSchema, message: sayingSchema, finish_reason: z.string().nullish() }))
    .nullish(),
  // What cannot be true counts as not said.
  usage: z
    .object({ total_tokens: z.number().int().positive().max(10_000_000) })
    .nullish()
    .catch(undefined),
  error: z.unknown(),
});

/** @throws ModelFailure; or what fetch throws when the connection breaks. */
export async function* readAnswer(response: Response): AsyncGenerator<AnswerEvent> {
  let whole: string | undefined;
  let understood = false;
  let strange = false;
  for await (const line of lines(response)) {
    if (whole !== undefined) whole += `${line}\n`;
    else if (line.startsWith('data:')) {
      understood = true;
      const data = line.slice('data:'.length).trim();
      if (data === '[DONE]') yield { kind: 'finished' };
      else yield* eventsOf(data);
    } else if (!understood && line.trimStart().startsWith('{')) whole = `${line}\n`;
    else if (!/^(:|event:|id:|retry:|\s*$)/.test(line)) strange = true;
    if ((whole?.length ?? 0) > longestLine) throw unreadable();
  }
  if (whole !== undefined) yield* eventsOf(whole);
  else if (strange && !understood) throw unreadable();
}

const unreadable = () => new ModelFailure('unreadable', "the language model's endpoint does not speak the protocol");

function* eventsOf(json: string): Generator<AnswerEvent> {
  const { choices, usage, error } = parse(json);
  if (error)
    throw new ModelFailure('status', "the language model's endpoint broke off with an error", { retryable: true });
  if (usage) yield { kind: 'usage', tokens: usage.total_tokens };
  const [choice] = choices ?? [];
  const said = choice?.delta ?? choice?.message;
  if (said?.refusal) throw refusedBy('the model');
  if (choice?.finish_reason === 'content_filter') throw refusedBy('a filter behind the model');
  if (said?.content) yield { kind: 'text', text: said.content };
  if (choice?.finish_reason) yield { kind: 'finished' };
}

function parse(json: string): z.infer<typeof chunkSchema> {
  try {
    return chunkSchema.parse(JSON.parse(json));
  } catch {
    // Not even as a cause: both errors quote what the model said.
    throw unreadable();
  }
}

async function* lines({ body }: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body ?? []) {
    rest += decoder.decode(bytes, { stream: true });
    // A line end cut in two makes an empty line more, which means nothing.
    const whole = rest.split(/\r\n|\n|\r/);
    rest = whole.pop() ?? '';
    yield* whole;
    if (rest.length > longestLine) throw unreadable();
  }
  if (rest !== '') yield rest;
}
