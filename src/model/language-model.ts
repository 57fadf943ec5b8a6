// The port to a language model: language/ implements it, domain/ asks through it, app.ts joins them.

/** What a model is asked: a prompt of `prompts/` by name, what fills it, and what was said before in the same conversation. */
export interface ModelRequest {
  prompt: string;
  /** One for each placeholder of the prompt. */
  variables: Readonly<Record<string, string>>;
  /** The oldest first. */
  history: readonly { role: 'user' | 'assistant'; text: string }[];
  /** The person's own words, masked. */
  input: string;
}

export interface LanguageModel {
  /**
   * The model's text in pieces as they arrive; ends when the model has said all.
   * @throws AppError `model-unavailable` when it is down, slow, refuses, breaks off or says nothing; retries are behind it.
   */
  write(request: ModelRequest, options: WriteOptions): AsyncIterable<string>;
}

export interface WriteOptions {
  /** Aborted at the end of the time that the whole answer may take. */
  signal: AbortSignal;
  /** Told once a call of how many tokens it used, prompt and text together; also where the call failed half-way. */
  onUsage?: (tokens: number) => void;
}
