// Reply → activity as Teams wants it: citations, feedback buttons, cards; called by teams/deliver.
import type { Activity, Attachment } from 'botbuilder';
import { AppError } from '../lib/errors.ts';
import type { Citation } from '../model/answer.ts';
import type { CardReply, Conversation, TextReply } from '../model/turn.ts';
import { type TeamsPhrases, teamsPhrases } from './phrases.ts';

/** Teams' limits for citations; a message with more or longer ones loses them all. */
const maxCitations = 20;
const maxName = 80;
const maxAbstract = 160;
/** Bytes. Teams takes 80 KB, but clients become slow, and a card that large is a list that should have been cut. */
export const maxCardBytes = 28 * 1024;
export const cardType = 'application/vnd.microsoft.card.adaptive';

export interface TextOptions {
  conversationKind: Conversation['kind'];
  phrases: TeamsPhrases;
  /** Stands on what a language model wrote. */
  sensitivityLabel?: SensitivityLabel;
}

/** How confidential an answer is, as the municipality calls it. */
export interface SensitivityLabel {
  name: string;
  description?: string;
}

export function textActivity(
  reply: TextReply,
  { conversationKind, phrases: configured, sensitivityLabel }: TextOptions,
): Partial<Activity> {
  const phrases = reply.language ? teamsPhrases(reply.language) : configured;
  const cited = citedIn(reply);
  const told = {
    ...(reply.byModel ? modelLabels(sensitivityLabel) : {}),
    ...(cited.length > 0 ? { citation: cited.map(one => claim(one, phrases)) } : {}),
  };
  const sources = conversationKind === 'personal' ? '' : sourceList(cited, phrases);
  return {
    type: 'message',
    textFormat: 'markdown',
    text: reply.text + sources,
    ...(Object.keys(told).length > 0 ? { entities: [{ ...messageEntity, ...told }] } : {}),
    ...(reply.feedback ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  };
}

/** @throws AppError `internal` when the card is larger than 28 KB. */
export function cardActivity({ card, summary }: CardReply): Partial<Activity> {
  return { type: 'message', summary, attachments: [cardAttachment(card)] };
}

/** @throws AppError `internal` when the card is larger than 28 KB. */
export function cardAttachment(card: Record<string, unknown>): Attachment {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > maxCardBytes) throw new AppError('internal', `a card of ${bytes} bytes, ${maxCardBytes} allowed`);
  return { contentType: cardType, content: card };
}

interface Cited {
  position: number;
  citation: Citation;
}

/** Teams refuses a citation whose `[n]` does not stand in the text. */
function citedIn({ text, citations = [] }: TextReply): Cited[] {
  return citations
    .map((citation, index) => ({ position: index + 1, citation }))
    .filter(({ position }) => text.includes(`[${position}]`))
    .slice(0, maxCitations);
}

/** One root entity carries everything Teams reads from schema.org; a second one is ignored. */
const messageEntity = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
};

const modelLabels = (sensitivity: SensitivityLabel | undefined) => ({
  additionalType: ['AIGeneratedContent'],
  ...(sensitivity ? { usageInfo: { '@type': 'CreativeWork', '@id': '', ...sensitivity } } : {}),
});

const claim = ({ position, citation }: Cited, phrases: TeamsPhrases) => ({
  '@type': 'Claim',
  position,
  appearance: {
    '@type': 'DigitalDocument',
    name: cut(sourceName(citation, phrases), maxName),
    abstract: cut(citation.quote, maxAbstract),
  },
});

/** Group chats and channels do not show citations everywhere: there the sources are text as well. */
function sourceList(cited: Cited[], phrases: TeamsPhrases): string {
  if (cited.length === 0) return '';
  const lines = cited.map(({ position, citation }) => `[${position}] ${sourceName(citation, phrases)}`);
  return `\n\n${phrases.sources}:\n\n${lines.join('\n\n')}`;
}

function sourceName({ title, section, page }: Citation, phrases: TeamsPhrases): string {
  const place = [section === title ? '' : section, page === undefined ? '' : phrases.page(page)].filter(Boolean);
  return [title, ...place].join(', ');
}

/** At most `max` characters on one line, cut between words with `…`. */
function cut(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const head = line.slice(0, max - 1);
  const words = line.charAt(max - 1) === ' ' ? head : head.replace(/\s\S*$/, '');
  return `${words.replace(/[\s,;:–-]+$/, '')}…`;
}
